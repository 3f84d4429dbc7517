import {readdirSync, readFileSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import {expect, test} from 'vitest';
import {type ExportFormat, exportFormats} from '../../source/domain/export-format.js';
import {createInspector} from '../../source/inspect/inspector.js';
import {createServedActivities} from '../../source/simulator/demo-account.js';
import {archiveFolder, readArchiveFiles, runOnce} from '../helpers/backup.js';
import {fc} from '../helpers/fast-check.js';
import {type Mutation, mutate, mutations} from '../helpers/mutate.js';
import {describeWithShared, sharedFile} from '../helpers/shared.js';
import {account, testSimulator} from '../helpers/simulator.js';
import {temporaryFolder} from '../helpers/temporary-folder.js';
import {verifyOnce} from '../helpers/verify.js';

const rounds = 5;

const isWhole = (format: ExportFormat, bytes: Uint8Array): boolean => {
	const inspector = createInspector(format);
	inspector.write(bytes);
	return inspector.end().ok;
};

/** Outdoor activities of the demo, which have all five formats; short ones, for speed. */
const realistic = createServedActivities()
	.filter(({formats, item}) => formats.length === 5 && Number(item.totalTime) < 3000)
	.slice(0, 8);

test('no change of a byte, in any format, is missed', async () => {
	const setting = {
		simulator: await testSimulator([account({activities: realistic})]),
		root: temporaryFolder(),
	};
	await runOnce(setting);
	const files = readArchiveFiles(setting);
	expect(files.size).toBe(40);
	// Every file of the archive is damaged at once, each in a way of its own.
	const ways = fc.array(mutations, {minLength: files.size, maxLength: files.size});
	await fc.assert(
		fc.asyncProperty(ways, async (chosen: Mutation[]) => {
			const damaged: string[] = [];
			for (const [index, [name, bytes]] of [...files].entries()) {
				const changed = mutate(bytes, chosen[index]!);
				writeFileSync(path.join(archiveFolder(setting), name), changed);
				if (!changed.equals(bytes)) {
					damaged.push(name);
				}
			}

			const {problems} = await verifyOnce(setting);
			expect(problems.map(({file}) => file).sort()).toEqual(damaged.sort());
		}),
		{numRuns: rounds},
	);
});

test('without the state the structure alone still shows every bit of a FIT file, and every cut but of a CSV', () => {
	const [one] = realistic;
	for (const format of exportFormats) {
		const bytes = one!.file(format)!;
		expect(isWhole(format, bytes)).toBe(true);
		fc.assert(
			fc.property(mutations, (mutation) => {
				const changed = mutate(bytes, mutation);
				const isSame = changed.equals(Buffer.from(bytes));
				// What a checksum of 16 bits, or the last tag, cannot miss.
				const isSmall = ['flip a bit', 'change a byte'].includes(mutation.kind);
				const isCut = mutation.kind === 'cut' && format !== 'csv';
				const isCertain = isCut || (isSmall && format === 'fit');
				// White space after the last tag may go without a trace.
				const isBlank = Buffer.from(bytes).subarray(changed.length).toString().trim() === '';
				if (isCertain && !isSame && !(mutation.kind === 'cut' && isBlank)) {
					expect(isWhole(format, changed), `${format}: ${mutation.kind}`).toBe(false);
				}
			}),
			{numRuns: 60},
		);
	}
});

describeWithShared('real COROS files', () => {
	test('show every bit, byte and cut without any state', () => {
		const folder = sharedFile('samples/mit');
		const names = readdirSync(folder).filter((name) => name.endsWith('.fit'));
		expect(names).toHaveLength(2);
		for (const name of names) {
			const bytes = readFileSync(path.join(folder, name));
			expect(isWhole('fit', bytes)).toBe(true);
			fc.assert(
				fc.property(mutations, (mutation) => {
					if (['flip a bit', 'change a byte', 'cut'].includes(mutation.kind)) {
						expect(isWhole('fit', mutate(bytes, mutation))).toBe(false);
					}
				}),
				{numRuns: 150},
			);
		}
	});
});
