import {expect, onTestFinished, test} from 'vitest';
import {backUp} from '../../source/backup/back-up.js';
import {toActivity} from '../../source/coros/to-activity.js';
import {type Archive, openArchive} from '../../source/disk/archive.js';
import {archiveFolder, runOnce, testServices} from '../helpers/backup.js';
import {account, ann, testSimulator} from '../helpers/simulator.js';
import {smallActivities} from '../helpers/small-activity.js';
import {temporaryFolder} from '../helpers/temporary-folder.js';

const served = smallActivities(3);

/** A backup with one place, whose first file cannot be finished before more is asked for. */
const setUp = async () => {
	const simulator = await testSimulator([account({activities: served})]);
	const setting = {simulator, root: temporaryFolder()};
	const services = testServices(setting);
	const {signal} = new AbortController();
	await services.signIn(ann, 'auto', signal);
	const client = services.connect(ann);
	client.pace.allow(1);

	let links = 0;
	let hear = () => {};
	const secondAsked = new Promise<void>((resolve) => {
		hear = resolve;
	});
	simulator.behaviour.fault = ({path}) => {
		links += path === '/activity/detail/download' ? 1 : 0;
		if (links === 2) {
			hear();
		}

		return undefined;
	};
	const archive = await openArchive(archiveFolder(setting));
	onTestFinished(() => archive.close());
	const slow: Archive = {
		...archive,
		claim: archive.claim,
		async download(...wanted) {
			const file = await archive.download(...wanted);
			return {
				...file,
				async commit() {
					await secondAsked;
					await file.commit();
				},
			};
		},
	};
	return {client, archive: slow, signal};
};

test('while the disk has the last word on one file, the next is asked for', async () => {
	const events: string[] = [];
	const activities = served.map(({item}) => toActivity(item)!);
	for await (const event of backUp({
		...(await setUp()),
		formats: ['fit'],
		activities,
		concurrency: 1,
	})) {
		events.push(event.type);
	}

	expect(events.filter((type) => type === 'saved')).toHaveLength(3);
});

test('where the service turns bad, nobody waits for a place that another waits with', async () => {
	const simulator = await testSimulator([account({activities: smallActivities(60)})]);
	let files = 0;
	simulator.behaviour.fault = ({host}) => {
		files += host === 'file' ? 1 : 0;
		return host === 'file' && files > 20 ? 'html' : undefined;
	};
	const {summary} = await runOnce({simulator, root: temporaryFolder()}, {formats: ['fit']});
	expect(summary).toMatchObject({saved: 20, error: {code: 'unexpected-response'}});
});
