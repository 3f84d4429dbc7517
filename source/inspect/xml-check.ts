import {createStartTime, type XmlFormat} from './start-time.js';
import type {TextCheck} from './text-inspector.js';
import {createTagScanner, type Tag} from './xml-tags.js';

const rootOf = {
	gpx: 'gpx',
	tcx: 'TrainingCenterDatabase',
	kml: 'kml',
} as const satisfies Record<XmlFormat, string>;

/** Far deeper than any of these formats goes; it bounds the list of open elements. */
const deepest = 256;

/** A name in a phrase; what a server sent may be of any length. */
const quote = (name: string): string => `<${name.slice(0, 40)}>`;

/**
 * Checks that an XML document is whole: the right root element, every tag closed in order, nothing
 * but white space and comments after the root. It asks for no schema, which COROS's files would
 * fail, and not for well-formed text.
 */
export const createXmlCheck = (format: XmlFormat): TextCheck => {
	const root = rootOf[format];
	const startTime = createStartTime(format);
	const opened: Tag[] = [];
	let isOver = false;
	let fault: string | undefined;

	const scanner = createTagScanner({
		innermost: () => opened.at(-1),

		open(tag, attributes, empty) {
			const {name, local} = tag;
			const parent = opened.at(-1);
			if (parent === undefined && isOver) fault ??= `${quote(name)} after the end`;
			if (parent === undefined && local !== root)
				fault ??= `${quote(name)} instead of ${quote(root)}`;
			if (opened.length === deepest) fault ??= 'elements without an end';
			// Of a hundred thousand elements, few come before the start is known.
			if (startTime.value() === undefined) startTime.open(local, parent?.local ?? '', attributes);
			if (!empty) opened.push(tag);
			else if (parent === undefined) isOver = true;
		},

		close({name}) {
			const last = opened.pop();
			if (last === undefined) fault ??= `</${name.slice(0, 40)}> closes nothing`;
			else if (last.name !== name)
				fault ??= `${quote(last.name)} is closed by </${name.slice(0, 40)}>`;
			startTime.close();
			isOver = opened.length === 0;
		},

		text(input, from, to) {
			startTime.text(input, from, to);
			if (opened.length > 0 || !/\S/.test(input.slice(from, to))) return;
			fault ??= isOver ? 'text after the end' : 'text before the first tag';
		},
	});

	return {
		write(text) {
			const broken = scanner.write(text);
			return fault ?? broken;
		},

		end() {
			const last = opened.at(-1);
			if (last !== undefined)
				return {ok: false, reason: `ends early: ${quote(last.name)} is still open`};
			if (!isOver) return {ok: false, reason: `ends early: before ${quote(root)}`};
			if (scanner.isInside()) return {ok: false, reason: 'ends early: inside a tag'};
			return {ok: true, startTime: startTime.value()};
		},
	};
};
