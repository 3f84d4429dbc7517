import type {Figures, Series} from './figures.js';

const width = 940;
const height = 460;
const plot = {left: 70, top: 50, width: 300, height: 340};
const gap = 450;
// Told apart by their ends' names as well: colour alone says nothing to some.
const colours = ['#0969da', '#bc4c00', '#8250df', '#1a7f37', '#cf222e', '#57606a'];

const label = (size: number): string => size.toLocaleString('en-US');

type Panel = {
	readonly title: string;
	readonly left: number;
	/** Powers of ten at the ends of the axis. */
	readonly from: number;
	readonly to: number;
	readonly valuesOf: (series: Series) => readonly number[] | undefined;
};

const text = (x: number, y: number, words: string, more = ''): string =>
	`<text x="${x.toFixed(1)}" y="${y.toFixed(1)}" ${more}>${words}</text>`;

/** Ends of lines that are close together get names that are not. */
const spread = (
	ends: ReadonlyArray<{readonly name: string; readonly y: number; readonly colour: string}>,
) => {
	let last = Number.NEGATIVE_INFINITY;
	return ends
		.toSorted((a, b) => a.y - b.y)
		.map((end) => {
			last = Math.max(end.y, last + 14);
			return {...end, y: last};
		});
};

const drawPanel = ({sizes, series}: Figures, {title, left, from, to, valuesOf}: Panel): string => {
	const least = Math.log10(sizes[0] ?? 1);
	const most = Math.log10(sizes.at(-1) ?? 10);
	const x = (size: number) => left + ((Math.log10(size) - least) / (most - least)) * plot.width;
	const y = (value: number) =>
		plot.top + plot.height - ((Math.log10(value) - from) / (to - from)) * plot.height;
	const lines: string[] = [text(left, plot.top - 20, title, 'font-weight="600" font-size="14"')];
	for (let power = from; power <= to; power += 1) {
		const at = y(10 ** power);
		lines.push(
			`<path d="M${left} ${at.toFixed(1)}h${plot.width}" stroke="#d0d7de" fill="none"/>`,
			text(left - 8, at + 4, label(10 ** power), 'text-anchor="end"'),
		);
	}

	for (const size of sizes) {
		lines.push(text(x(size), plot.top + plot.height + 20, label(size), 'text-anchor="middle"'));
	}

	const ends = series.flatMap((one, index) => {
		const values = valuesOf(one);
		if (!values) {
			return [];
		}

		const colour = colours[index % colours.length] ?? '#000';
		const points = values.map((value, at) => ({x: x(sizes[at] ?? 1), y: y(value)}));
		const path = points.map((point) => `${point.x.toFixed(1)} ${point.y.toFixed(1)}`).join('L');
		lines.push(`<path d="M${path}" stroke="${colour}" stroke-width="2" fill="none"/>`);
		for (const point of points) {
			lines.push(
				`<circle cx="${point.x.toFixed(1)}" cy="${point.y.toFixed(1)}" r="3" fill="${colour}"/>`,
			);
		}

		return [{name: one.name, y: points.at(-1)?.y ?? 0, colour}];
	});
	for (const end of spread(ends)) {
		lines.push(text(left + plot.width + 8, end.y + 4, end.name, `fill="${end.colour}"`));
	}

	return lines.join('\n');
};

/** Time and memory by the number of activities, both axes by powers of ten: a line of slope one is straight growth. */
export const drawChart = (figures: Figures): string =>
	[
		`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img" aria-label="Time and memory by the number of activities" font-family="ui-sans-serif, system-ui, sans-serif" font-size="12" fill="#1f2328">`,
		`<rect width="${width}" height="${height}" rx="6" fill="#ffffff"/>`,
		drawPanel(figures, {
			title: 'Processor milliseconds by activities',
			left: plot.left,
			from: -2,
			to: 5,
			valuesOf: ({ms}) => ms,
		}),
		drawPanel(figures, {
			title: 'Peak megabytes by activities',
			left: plot.left + gap,
			from: 1,
			to: 3,
			valuesOf: ({peakMb}) => peakMb,
		}),
		text(
			plot.left,
			height - 16,
			`Measured by npm run bench growth, Node ${figures.node}; both axes by powers of ten.`,
			'fill="#59636e"',
		),
		'</svg>\n',
	].join('\n');
