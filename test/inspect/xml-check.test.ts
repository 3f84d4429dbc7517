import {describe, expect, test} from 'vitest';
import {fc} from '../helpers/fast-check.js';
import {genuineFiles, newGpx, tcx} from './genuine.js';
import {inspect} from './inspect.js';

const track = (inside: string) => `<gpx><trk>${inside}</trk></gpx>`;

describe('sloppy text is accepted', () => {
	test.each([
		['a bare &', track('<name>Run & fun</name><trkseg></trkseg>')],
		['an unknown entity', track('<name>Run &fun; &#1;</name>')],
		['a < that begins no tag', track('<name>I <3 runs < 5 km</ 1</name>')],
		['a > and ]]>', track('<name>a > b ]]> c</name>')],
		['control characters', track('<name>a\u0001\u001b[2Jb</name>')],
		['characters outside the basic plane', track('<name>🏃‍♀️ run</name>')],
		['a root without attributes or points', '<gpx/>'],
		['a prefix on the root', '<g:gpx xmlns:g="x"><g:trk></g:trk></g:gpx>'],
		['a > in an attribute', '<gpx creator="a>b" note=\'"c>"\'></gpx>'],
		['white space in tags', '<gpx\n\t version = "1.1"\n><trk\n></trk\n></gpx >'],
		['attributes without quotes or value', '<gpx a=1 b></gpx>'],
		[
			'comments, CDATA and instructions',
			'<!-- <a> --><gpx><?x <b>?><![CDATA[<c> ]] ]>]]></gpx><!-- -- -->',
		],
		['a document type', '<!DOCTYPE gpx SYSTEM "x"><gpx></gpx>'],
		['white space around the root', ' \n<gpx></gpx>\r\n\t \n'],
	])('%s', (_, text) => {
		const everyCut = Array.from(Buffer.from(text).keys());
		expect(inspect('gpx', text)).toEqual({ok: true, startTime: undefined});
		expect(inspect('gpx', text, everyCut)).toEqual({ok: true, startTime: undefined});
	});
});

describe('broken structure is refused', () => {
	test.each([
		['<gpx><trk></gpx>', '<trk> is closed by </gpx>'],
		['<gpx><trk></Trk></gpx>', '<trk> is closed by </Trk>'],
		['<gpx></gpx></gpx>', '</gpx> closes nothing'],
		['</gpx>', '</gpx> closes nothing'],
		['<gpx></gpx><gpx></gpx>', '<gpx> after the end'],
		['<gpx/><trk/>', '<trk> after the end'],
		['<gpx></gpx>more', 'text after the end'],
		['<gpx></gpx>&', 'text after the end'],
		['<gpx></gpx>\n<', 'ends early: inside a tag'],
		['<gpx></gpx><!-- cut', 'ends early: inside a tag'],
		['404 page not found', 'text before the first tag'],
		['junk<gpx></gpx>', 'text before the first tag'],
		['<?xml version="1.0"?>', 'ends early: before <gpx>'],
		['<gpx><trk', 'ends early: <gpx> is still open'],
		['<gpx><trk><![CDATA[</trk></gpx>', 'ends early: <trk> is still open'],
		['<gpx><trk a="></trk></gpx>', 'a tag is cut off by another'],
		['<gpx><trk a=">', 'ends early: <gpx> is still open'],
		['<gpx><trk<trkseg></trkseg></gpx>', 'a tag is cut off by another'],
		['<gpx><trk a="1<trkseg a="2"></trkseg></trk></gpx>', 'a tag is cut off by another'],
		['<feed></feed>', '<feed> instead of <gpx>'],
		['<GPX></GPX>', '<GPX> instead of <gpx>'],
		['<gpxx></gpxx>', '<gpxx> instead of <gpx>'],
		[`<${'a'.repeat(99)}/>`, `<${'a'.repeat(40)}> instead of <gpx>`],
		[`<gpx>${'<a>'.repeat(300)}`, 'elements without an end'],
		[`<gpx a="${'a'.repeat(70_000)}`, 'a tag without an end'],
	])('%s', (text, reason) => {
		expect(inspect('gpx', text)).toEqual({ok: false, reason});
		expect(inspect('gpx', text, [1, 5, 9, 12])).toEqual({ok: false, reason});
	});
});

describe.each(genuineFiles.filter(({format}) => format !== 'csv'))('$title', ({format, text}) => {
	const bytes = Buffer.from(text.trimEnd());

	test('is refused when cut at any length', () => {
		const accepted = Array.from(bytes.keys()).filter(
			(length) => inspect(format, bytes.subarray(0, length)).ok,
		);
		expect(accepted).toEqual([]);
	});

	test('is refused when any one tag is missing', () => {
		const tags = Array.from(text.matchAll(/<\/?\w[^>]*[^/]>/g));
		expect(tags.length).toBeGreaterThanOrEqual(20);
		for (const {0: tag, index} of tags) {
			const without = text.slice(0, index) + text.slice(index + tag.length);
			expect(inspect(format, without).ok, `${tag} at ${index}`).toBe(false);
		}
	});
});

describe('the start', () => {
	const points = (...times: string[]) =>
		track(
			`<time>2020-01-01T00:00:00Z</time>${times.map((time) => `<trkpt>${time}</trkpt>`).join('')}`,
		);

	test.each([
		[
			'the first point’s',
			points('<time>1970-01-01T00:01:40Z</time>', '<time>1970-01-01T00:03:20Z</time>'),
			100,
		],
		[
			'given with an offset and fractions',
			points('<time> 1970-01-01T01:01:40.900+01:00\n</time>'),
			100,
		],
		[
			'the first that can be read',
			points('<time/>', '<time>soon</time>', '<time>1970-01-01T00:01:40Z</time>'),
			100,
		],
		['unknown without a zone', points('<time>1970-01-01T00:01:40</time>'), undefined],
		['unknown in no month', points('<time>1970-13-01T00:01:40Z</time>'), undefined],
		[
			'unknown in long text',
			points(`<time>1970-01-01T00:01:40Z${' '.repeat(99)}</time>`),
			undefined,
		],
		['unknown without points', points(), undefined],
	])('of a GPX is %s', (_, text, startTime) => {
		expect(inspect('gpx', text)).toEqual({ok: true, startTime});
	});

	test('of a TCX is the first lap’s where the activity has no id', () => {
		const start = Date.parse('2023-11-17T21:37:08Z') / 1000;
		expect(inspect('tcx', tcx.replace(/<Id>.*<\/Id>/, ''))).toEqual({ok: true, startTime: start});
		expect(inspect('tcx', tcx.replace(/<Id>.*<\/Id>/, '<Id>7</Id>'))).toEqual({
			ok: true,
			startTime: start,
		});
	});

	test('of a KML is not the end of a span that has no beginning', () => {
		const span = (inside: string) => `<kml><TimeSpan>${inside}</TimeSpan></kml>`;
		const end = '<end>1970-01-01T00:01:40Z</end>';
		expect(inspect('kml', span(`<begin/>${end}`))).toEqual({ok: true, startTime: undefined});
		expect(inspect('kml', span(`<begin></begin>${end}`))).toEqual({ok: true, startTime: undefined});
	});

	test('of a KML may be a time stamp', () => {
		const kml =
			'<kml><Placemark><TimeStamp><when>1970-01-01T00:01:40Z</when></TimeStamp></Placemark></kml>';
		expect(inspect('kml', kml)).toEqual({ok: true, startTime: 100});
	});
});

test('any change of one character ends in a verdict, the same however it is cut', () => {
	const change = fc.tuple(
		fc.nat(newGpx.length - 1),
		fc.constantFrom('<', '>', '/', '"', '!', '-', '', 'é'),
	);
	fc.assert(
		fc.property(
			change,
			fc.array(fc.nat(newGpx.length), {maxLength: 9}),
			([at, character], cuts) => {
				const text = newGpx.slice(0, at) + character + newGpx.slice(at + 1);
				expect(inspect('gpx', text, cuts)).toEqual(inspect('gpx', text));
			},
		),
		{numRuns: 500},
	);
});
