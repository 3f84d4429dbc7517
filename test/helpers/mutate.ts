import {fc} from './fast-check.js';

/** One way in which a file on a disk or a wire goes wrong. `at`, `to`: parts of its length, 0 to 1. */
export type Mutation = {
	readonly kind:
		| 'flip a bit'
		| 'change a byte'
		| 'cut'
		| 'append'
		| 'insert'
		| 'remove'
		| 'zero a block'
		| 'swap two blocks'
		| 'repeat a block';
	readonly at: number;
	readonly to: number;
	/** 1 to 255. */
	readonly value: number;
	/** Bytes of a block or of what is added, 1 to 4096. */
	readonly length: number;
};

// Everywhere alike: a double of fast-check is small as a rule, and would meet the first bytes alone.
const part = fc.noBias(fc.integer({min: 0, max: 2 ** 30 - 1})).map((value) => value / 2 ** 30);

export const mutations: fc.Arbitrary<Mutation> = fc.record({
	kind: fc.constantFrom<Mutation['kind'][]>(
		'flip a bit',
		'change a byte',
		'cut',
		'append',
		'insert',
		'remove',
		'zero a block',
		'swap two blocks',
		'repeat a block',
	),
	at: part,
	to: part,
	value: fc.noBias(fc.integer({min: 1, max: 255})),
	length: fc.noBias(fc.integer({min: 1, max: 4096})),
});

/** Carries a mutation out on a copy; now and then it changes nothing, as a block of zeros zeroed. */
export const mutate = (bytes: Uint8Array, mutation: Mutation): Buffer => {
	const {kind, at, to, value, length} = mutation;
	const old = Buffer.from(bytes);
	const from = Math.floor(at * old.length);
	const other = Math.floor(to * old.length);
	const before = old.subarray(0, from);
	const after = old.subarray(from);
	const block = old.subarray(from, from + length);
	switch (kind) {
		case 'flip a bit':
			old[from]! ^= 1 << (value % 8);
			return old;
		case 'change a byte':
			old[from]! ^= value;
			return old;
		case 'cut':
			return before;
		case 'append':
			return Buffer.concat([old, Buffer.alloc(length, value)]);
		case 'insert':
			return Buffer.concat([before, Buffer.alloc(length, value), after]);
		case 'remove':
			return Buffer.concat([before, after.subarray(length)]);
		case 'zero a block':
			return old.fill(0, from, Math.min(old.length, from + length));
		case 'swap two blocks': {
			const [low, high] = from < other ? [from, other] : [other, from];
			const size = Math.min(length, high - low, old.length - high);
			return Buffer.concat([
				old.subarray(0, low),
				old.subarray(high, high + size),
				old.subarray(low + size, high),
				old.subarray(low, low + size),
				old.subarray(high + size),
			]);
		}
		case 'repeat a block':
			return Buffer.concat([before, block, after]);
	}
};
