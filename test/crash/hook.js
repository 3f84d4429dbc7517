// Loaded into the real program with `node --import`: counts what it does to the files of a test and,
// at one step, ends it as a power cut would or has the file system refuse. The plan comes from the
// environment, as JSON: {roots, record, kill: {step, when}, fail: {step or op, ending or to, times, code, forGood}, vanish: {step, folder, leaves}}.
import fs from 'node:fs';
import {syncBuiltinESMExports} from 'node:module';
import os from 'node:os';
import path from 'node:path';

const {roots = [], record, kill, fail, vanish} = JSON.parse(process.env.CRASH_PLAN ?? '{}');

let aimed = 0;

const isAimed = (op, file, to) => {
	const isMeant =
		fail.op === op &&
		String(file).endsWith(fail.ending ?? '') &&
		String(to).endsWith(fail.to ?? '');
	aimed += isMeant ? 1 : 0;
	return isMeant && aimed <= (fail.times ?? Number.POSITIVE_INFINITY);
};

const {mkdirSync, readFileSync, renameSync, writeSync} = fs;
const out = record === undefined ? undefined : fs.openSync(record, 'a');
const opened = new Map();
let steps = 0;

const isOurs = (file) =>
	typeof file === 'string' &&
	roots.some((root) => file === root || file.startsWith(`${root}${path.sep}`));

const toPath = (target) => {
	if (typeof target === 'number') {
		return opened.get(target);
	}

	const text = target instanceof URL ? target.pathname : target;
	return typeof text === 'string' ? path.resolve(text) : undefined;
};

const die = () => {
	process.kill(process.pid, 'SIGKILL');
	Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0); // Not one instruction more.
};

const toErrno = (code, syscall, file) =>
	Object.assign(new Error(`${code}: refused by the test, ${syscall} '${file}'`), {
		errno: -(os.constants.errno[code] ?? 1),
		code,
		syscall,
		path: file,
	});

/** Counts a step; tells what is to happen at it. */
const enter = (op, target, detail) => {
	const file = toPath(target);
	if (!isOurs(file)) {
		return undefined;
	}

	steps += 1;
	if (out !== undefined) {
		writeSync(out, `${JSON.stringify({step: steps, op, file, ...detail})}\n`);
	}

	if (kill?.step === steps && kill.when === 'before') {
		die();
	}

	if (vanish?.step === steps) {
		renameSync(vanish.folder, `${vanish.folder}-elsewhere`);
		if (vanish.leaves === 'mount-point') {
			mkdirSync(vanish.folder);
		}
	}

	const isFailing =
		fail &&
		(fail.step === steps || (fail.forGood && steps > fail.step) || isAimed(op, file, detail?.to));
	return {
		step: steps,
		error: isFailing ? toErrno(fail.code, op, file) : undefined,
		half: kill?.step === steps && kill.when === 'half',
	};
};

const leave = (entered) => {
	if (entered && kill?.step === entered.step && kill.when === 'after') {
		die();
	}
};

const firstHalf = (data) => {
	const whole = Array.isArray(data) ? Buffer.concat(data) : data;
	const bytes = typeof whole === 'string' ? Buffer.from(whole) : Buffer.from(whole.buffer ?? whole);
	return bytes.subarray(0, bytes.length >> 1);
};

// Names as the system calls have them, so that errors read like real ones.
const calls = {
	open: 'open',
	rename: 'rename',
	unlink: 'unlink',
	rm: 'unlink',
	mkdir: 'mkdir',
	readdir: 'scandir',
	opendir: 'opendir',
	readFile: 'open',
	writeFile: 'open',
	stat: 'stat',
	lstat: 'lstat',
	chmod: 'chmod',
	chown: 'chown',
	utimes: 'utime',
	copyFile: 'copyfile',
	link: 'link',
	realpath: 'realpath',
	readlink: 'readlink',
	symlink: 'symlink',
	rmdir: 'rmdir',
	truncate: 'open',
	read: 'read',
	write: 'write',
	writev: 'write',
	fsync: 'fsync',
	fdatasync: 'fdatasync',
	close: 'close',
	ftruncate: 'ftruncate',
	fchmod: 'fchmod',
	futimes: 'futime',
	fstat: 'fstat',
};

/** Reading and writing a whole file may start from one that is open. */
const toCall = (name, target) =>
	typeof target === 'number' && (name === 'readFile' || name === 'writeFile')
		? name.replace('File', '')
		: calls[name];

/** The files that a state speaks of, as it takes its name. */
const filesIn = (state) =>
	Object.values(JSON.parse(readFileSync(state, 'utf8')).coros_tui.activities).flatMap((formats) =>
		Object.values(formats).flatMap(({file}) => file ?? []),
	);

const toDetail = (name, args) =>
	name === 'rename' || name === 'link' || name === 'copyFile'
		? {
				to: toPath(args[1]),
				...(out !== undefined &&
					name === 'rename' &&
					String(args[1]).endsWith('.corosexport_state.json') && {says: filesIn(args[0])}),
			}
		: name === 'open'
			? {flags: args[1] ?? 'r'}
			: {};

/** Replaces a function and keeps what hangs on it, such as its form as a promise. */
const replace = (object, name, replacement) => {
	const {name: _, length, ...more} = Object.getOwnPropertyDescriptors(object[name]);
	object[name] = Object.defineProperties(replacement, more);
};

const patchSync = (name) => {
	const original = fs[`${name}Sync`];
	replace(fs, `${name}Sync`, (...args) => {
		const call = toCall(name, args[0]);
		const entered = enter(call, args[0], toDetail(name, args));
		if (entered?.error) {
			throw entered.error;
		}

		if (entered?.half && call === 'write') {
			writeSync(args[0], firstHalf(args[1]));
			die();
		}

		const result = original(...args);
		if (name === 'open') {
			opened.set(result, toPath(args[0]));
		} else if (name === 'close') {
			opened.delete(args[0]);
		}

		leave(entered);
		return result;
	});
};

const patchCallback = (name) => {
	const original = fs[name];
	replace(fs, name, (...args) => {
		const done = args.pop();
		const entered = enter(calls[name], args[0], toDetail(name, args));
		if (entered?.error) {
			process.nextTick(done, entered.error);
			return;
		}

		if (entered?.half && calls[name] === 'write') {
			writeSync(args[0], firstHalf(args[1]));
			die();
		}

		original(...args, (error, ...results) => {
			if (!error && name === 'open') {
				opened.set(results[0], toPath(args[0]));
			} else if (name === 'close') {
				opened.delete(args[0]);
			}

			leave(entered);
			done(error, ...results);
		});
	});
};

const patchPromise = (name) => {
	const original = fs.promises[name];
	fs.promises[name] = async (...args) => {
		const entered = enter(calls[name], args[0], toDetail(name, args));
		if (entered?.error) {
			throw entered.error;
		}

		const result = await original(...args);
		if (name === 'open') {
			opened.set(result.fd, toPath(args[0]));
			patchHandle(result, 'close', 'close'); // A property of each handle, not of their class.
		}

		leave(entered);
		return result;
	};
};

const patchHandle = (prototype, name, call) => {
	const original = prototype[name];
	prototype[name] = async function (...args) {
		const file = opened.get(this.fd);
		const entered = enter(call, file ?? '', {});
		if (entered?.error) {
			if (name === 'close') {
				await original.apply(this, args);
			}

			throw entered.error;
		}

		if (entered?.half && call === 'write') {
			await original.call(this, firstHalf(args[0]));
			die();
		}

		const {fd} = this;
		const result = await original.apply(this, args);
		if (name === 'close') {
			opened.delete(fd);
		}

		leave(entered);
		return result;
	};
};

const handle = await fs.promises.open(process.execPath, 'r');
const {prototype} = handle.constructor;
await handle.close();
for (const [name, call] of Object.entries({
	write: 'write',
	writeFile: 'write',
	writev: 'write',
	sync: 'fsync',
	datasync: 'fdatasync',
	truncate: 'ftruncate',
	utimes: 'futime',
	chmod: 'fchmod',
	read: 'read',
	readFile: 'read',
	stat: 'fstat',
})) {
	patchHandle(prototype, name, call);
}

for (const name of Object.keys(calls)) {
	if (typeof fs[`${name}Sync`] === 'function') {
		patchSync(name);
	}

	if (typeof fs[name] === 'function') {
		patchCallback(name);
	}

	if (typeof fs.promises[name] === 'function') {
		patchPromise(name);
	}
}

syncBuiltinESMExports();
