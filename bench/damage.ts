import {createHash} from 'node:crypto';
import {type ExportFormat, exportFormats} from '../source/domain/export-format.js';
import {createInspector} from '../source/inspect/inspector.js';
import {createServedActivities} from '../source/simulator/demo-account.js';
import {fc} from '../test/helpers/fast-check.js';
import {type Mutation, mutate, mutations} from '../test/helpers/mutate.js';
import {printTable} from './print-table.js';

// How many random damages of realistic files are seen: by size and hash, which the state keeps, and
// by the format's own structure, which is all there is when the state is lost. The same seed gives
// the same damages.

const seed = 20_260_101;
const count = 10_000;

const hash = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');

const isWhole = (format: ExportFormat, bytes: Uint8Array): boolean => {
	const inspector = createInspector(format);
	inspector.write(bytes);
	return inspector.end().ok;
};

const activities = createServedActivities()
	.filter(({formats, item}) => formats.length === 5 && Number(item.totalTime) < 2400)
	.slice(0, 10);

const kinds: Mutation['kind'][] = [];
const byKind = new Map<string, {all: number; seen: number}>();
const rows = exportFormats.map((format) => {
	const originals = activities.map((activity) => {
		const bytes = activity.file(format)!;
		return {bytes, sha256: hash(bytes)};
	});
	let damages = 0;
	let byState = 0;
	let byStructure = 0;
	for (const [index, mutation] of fc.sample(mutations, {seed, numRuns: count}).entries()) {
		const {bytes, sha256} = originals[index % originals.length]!;
		const changed = mutate(bytes, mutation);
		if (changed.equals(Buffer.from(bytes))) {
			continue; // No damage: zeros zeroed.
		}

		const isSeen = !isWhole(format, changed);
		damages += 1;
		byState += changed.length !== bytes.length || hash(changed) !== sha256 ? 1 : 0;
		byStructure += isSeen ? 1 : 0;
		const key = `${format} ${mutation.kind}`;
		const tally = byKind.get(key) ?? {all: 0, seen: 0};
		byKind.set(key, {all: tally.all + 1, seen: tally.seen + (isSeen ? 1 : 0)});
		if (!kinds.includes(mutation.kind)) {
			kinds.push(mutation.kind);
		}
	}

	const share = (part: number) => `${((100 * part) / damages).toFixed(2)} %`;
	return [format, String(damages), share(byState), share(byStructure)];
});

printTable(['format', 'damages', 'seen with state', 'by structure alone'], rows);
console.log('\nBy structure alone, per cent of each kind');
printTable(
	['', ...exportFormats],
	kinds.map((kind) => [
		kind,
		...exportFormats.map((format) => {
			const {all, seen} = byKind.get(`${format} ${kind}`) ?? {all: 0, seen: 0};
			return all === 0 ? '-' : ((100 * seen) / all).toFixed(1);
		}),
	]),
);
