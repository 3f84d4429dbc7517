import {expect, test} from 'vitest';
import {inTurn} from '../../source/domain/turns.js';

/** Longer than all pieces together have in one turn. */
const workAWhile = () => {
	const since = performance.now();
	while (performance.now() - since < 5) {
		// Nobody else can do anything now.
	}
};

test('gives back what each piece comes to, in the order they were asked for', async () => {
	const order: number[] = [];
	const pieces = Array.from({length: 50}, (_, index) =>
		inTurn(() => {
			order.push(index);
			return index * 2;
		}),
	);
	expect(order).toEqual([]);
	const results = await Promise.all(pieces);
	expect(order).toEqual(Array.from({length: 50}, (_, index) => index));
	expect(results).toEqual(order.map((index) => index * 2));
});

test('a piece that fails costs no other', async () => {
	const pieces = [
		inTurn(() => 'before'),
		inTurn(() => {
			throw new Error('broken');
		}),
		inTurn(() => 'after'),
	];
	const settled = await Promise.allSettled(pieces);
	expect(settled).toMatchObject([
		{value: 'before'},
		{reason: {message: 'broken'}},
		{value: 'after'},
	]);
});

test('others have their turn between long pieces, whoever asked for them', async () => {
	const heard: string[] = [];
	let isOver = false;
	const listen = () => {
		heard.push('others');
		if (!isOver) {
			setImmediate(listen);
		}
	};
	setImmediate(listen);
	await Promise.all(
		Array.from({length: 8}, () =>
			inTurn(() => {
				workAWhile();
				heard.push('piece');
			}),
		),
	);
	isOver = true;
	expect(heard.filter((one) => one === 'piece')).toHaveLength(8);
	expect(heard.join(' ')).not.toContain('piece piece');
});

test('a piece asked for by another is done as well', async () => {
	const inner = await inTurn(() => inTurn(() => 'inner'));
	expect(inner).toBe('inner');
	expect(await inTurn(() => 'later')).toBe('later');
});
