// Makes the pictures and the recording of the readme from the real program on demo data, offline:
// npm run media
import {execFileSync} from 'node:child_process';
import {rmSync} from 'node:fs';
import {mkdtemp, writeFile} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import path from 'node:path';
import {startProgram} from './media/program.js';
import {drawRows, placeRows, toSvg} from './media/screen-svg.js';

const root = path.resolve(import.meta.dirname, '..');
const media = path.join(root, 'media');
const work = await mkdtemp(path.join(tmpdir(), 'coros-tui-media-'));
const dist = path.join(root, 'node_modules', '.media-dist');
process.on('exit', () => {
	for (const folder of [work, dist]) {
		rmSync(folder, {recursive: true, force: true});
	}
});
execFileSync(process.execPath, [path.join(root, 'scripts', 'build.js'), dist], {stdio: 'inherit'});

const cli = path.join(dist, 'cli.js');
const env = {
	PATH: process.env.PATH,
	HOME: work,
	TERM: 'xterm-256color',
	TZ: 'Europe/Berlin',
	COLORFGBG: '15;0',
};
const demo = ['--config-dir', path.join(work, 'config')];

const start = (columns, rows, onPaint) =>
	startProgram([cli, 'demo', ...demo], {columns, rows, cwd: work, env}, onPaint);

const keep = async (name, {terminal}, rows = drawRows(terminal)) => {
	await writeFile(path.join(media, `${name}.svg`), toSvg(terminal, placeRows(rows)));
	console.log(`media/${name}.svg`);
};

// Something on the disk, so that pictures show what a used archive looks like.
execFileSync(
	process.execPath,
	[cli, 'backup', '--demo', ...demo, '--quiet', '--limit', '60', '--format', 'fit,tcx'],
	{cwd: work, env},
);

const large = start(120, 40);
await large.until('408 activities');
large.press('p');
await large.until('Heart rate, bpm');
large.press('jjjjj');
await large.until('Rain again ─');
await large.until(/Rain again ─[\s\S]*Elevation/);
await keep('table', large);
large.press('\r');
await large.until('LAP');
await keep('detail', large);
large.press('q');
await large.exited;

const pause = {short: 0.25, step: 0.35, look: 1.2, long: 2.4};
const frames = [];
let onPaint = () => {};
const small = start(80, 24, () => onPaint());
// One frame of the recording: what is on the screen now, shown for so many seconds.
const shot = (seconds) => frames.push({rows: drawRows(small.terminal), seconds});

await small.until('408 activities');
await small.until('Mud');
await small.until(/^(?![\s\S]*asking COROS)/);
small.press('p'); // The preview is for wide windows: off again.
shot(pause.look);
for (let step = 0; step < 4; step += 1) {
	small.press('j');
	await small.until(` ${step + 2}/408`);
	shot(pause.short);
}

small.press('/');
let typed = '';
for (const letter of 'trail >15km') {
	typed += letter;
	small.press(letter);
	await small.until(`/ ${typed}`);
	shot(0.12);
}

await small.until(/ of 408/);
shot(pause.look);
await keep('filter', small);
small.press('\r');
for (let mark = 1; mark <= 3; mark += 1) {
	small.press(' ');
	await small.until(`${mark} marked`);
	shot(pause.short);
}

small.press('a');
await small.until('7 marked');
shot(pause.look);
small.press('e');
await small.until('Enter start');
shot(pause.look);
small.press('3');
await small.until('[x] 3 GPX');
small.press('5');
await small.until('[x] 5 CSV');
shot(pause.look);
await keep('export', small);
const way = [];
onPaint = () => way.push(drawRows(small.terminal));
small.press('\r');
await small.until(/Finished/);
onPaint = () => {};
// How many screens there are on the way depends on the machine: these, at a pace of their own.
const mostOnTheWay = 8;
const distinct = [...new Map(way.slice(0, -1).map((rows) => [rows.join(''), rows])).values()];
const stride = Math.max(1, distinct.length / mostOnTheWay);
for (let index = 0; index < distinct.length; index += stride) {
	frames.push({rows: distinct[Math.floor(index)], seconds: pause.step});
}

// A little after the middle: some files are there, some on their way.
await keep('download', small, distinct[Math.floor(distinct.length * 0.6)]);
shot(pause.long);
await keep('summary', small);
small.press('\r');
await small.until('space mark');
small.press('?');
await small.until('Keys in the table');
await keep('help', small);
small.press('\u001B');
await small.until('Esc clear filter');
small.press('q');
await small.exited;

// The recording: every frame has its share of the time, shown and hidden by CSS alone.
const total = frames.reduce((sum, {seconds}) => sum + seconds, 0);
let at = 0;
const rules = frames.map(({seconds}, index) => {
	const from = (at / total) * 100;
	at += seconds;
	const to = (at / total) * 100;
	const cut = (percent) => percent.toFixed(3);
	const before = from > 0 ? `0%,${cut(from - 0.001)}%{visibility:hidden}` : '';
	const after = to < 100 ? `${cut(to)}%,100%{visibility:hidden}` : '';
	// The first one is there without CSS as well.
	const hidden = index > 0 ? 'visibility:hidden;' : '';
	return `@keyframes f${index}{${before}${cut(from)}%,${cut(to - 0.001)}%{visibility:visible}${after}}#f${index}{${hidden}animation:f${index} ${total.toFixed(2)}s steps(1) infinite}`;
});
// A row that stays from frame to frame is drawn once.
const shared = new Map();
for (const row of new Set(frames.flatMap(({rows}) => rows))) {
	shared.set(row, `r${shared.size}`);
}

const definitions = [...shared].map(([row, name]) => `<g id="${name}">${row}</g>`).join('');
const groups = frames.map(({rows}, index) => `<g id="f${index}">${placeRows(rows, shared)}</g>`);
const recording = `<defs>${definitions}</defs>${groups.join('')}`;
await writeFile(path.join(media, 'demo.svg'), toSvg(small.terminal, recording, rules.join('')));
console.log(`media/demo.svg, ${frames.length} frames, ${total.toFixed(0)} s`);

process.exit(0);
