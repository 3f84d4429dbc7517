import {expect, test} from 'vitest';
import {createSharedFlush} from '../../source/disk/shared-flush.js';

/** A disk whose flushes end when they are told to. */
const setUp = () => {
	const log: string[] = [];
	const running: Array<() => void> = [];
	const flush = createSharedFlush(async (folder) => {
		log.push(`open ${folder}`);
		return {
			sync: () =>
				new Promise<void>((resolve) => {
					log.push('sync');
					running.push(resolve);
				}),
			async close() {
				log.push('close');
			},
		};
	});
	const ask = (name: string) =>
		flush('a').then(() => {
			log.push(`${name} done`);
		});
	const settle = () => new Promise((resolve) => setImmediate(resolve));
	const end = () => {
		running.shift()?.();
		return settle();
	};
	return {log, ask, settle, end, flush};
};

test('those who ask while a flush is under way share the next one, and wait for it', async () => {
	const {log, ask, settle, end} = setUp();
	const asked = [ask('first')];
	await settle();
	asked.push(ask('second'), ask('third'));
	await end();
	expect(log).toEqual(['open a', 'sync', 'sync', 'first done']);
	await end();
	await Promise.all(asked);
	await settle();
	expect(log.slice(4).sort()).toEqual(['close', 'second done', 'third done']);

	const again = ask('fourth');
	await settle();
	await end();
	await again;
	expect(log.slice(7, 9)).toEqual(['open a', 'sync']);
});

test('a folder that cannot be opened or flushed is passed over', async () => {
	await createSharedFlush(() => Promise.reject(new Error('EISDIR')))('a');
	const refuses = async () => Promise.reject(new Error('EINVAL'));
	await createSharedFlush(async () => ({sync: refuses, close: refuses}))('a');
});
