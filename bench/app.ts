import {isMainThread} from 'node:worker_threads';
import {measureFirstPaint} from './app/first-paint.js';
import {measureIdleAndMemory} from './app/idle-and-memory.js';
import {measureKeys} from './app/keys.js';
import {prepare} from './app/prepare.js';
import {serve} from './app/serve.js';
import {measureStart} from './app/start.js';
import {measureTransfers} from './app/transfers.js';
import {measureTurns} from './app/turns.js';

// The app as people meet it: the built program in a real terminal, beside the least that Ink can be.
// All of it, or the parts named: node scripts/bench.js app start paint turns keys transfers idle

const runs = 11;

const measure = async () => {
	const named = process.argv.slice(3);
	const isWanted = (part: string) => named.length === 0 || named.includes(part);
	const prepared = await prepare();
	const {variants, close} = prepared;
	try {
		if (isWanted('start')) {
			await measureStart(prepared, runs);
		}

		if (isWanted('paint')) {
			await measureFirstPaint(variants, runs);
		}

		if (isWanted('turns')) {
			await measureTurns(prepared);
		}

		if (isWanted('keys')) {
			await measureKeys(variants);
		}

		if (isWanted('transfers')) {
			await measureTransfers(prepared);
		}

		if (isWanted('idle')) {
			await measureIdleAndMemory(variants);
		}
	} finally {
		await close();
	}
};

await (isMainThread ? measure() : serve());
