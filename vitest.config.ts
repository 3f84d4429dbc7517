import {configDefaults, defineConfig} from 'vitest/config';

/** The program in a real terminal. What reaches one on Windows, ConPTY has painted in its own bytes. */
const inTerminal = [
	'app',
	'check',
	'profiles',
	'prompt',
	'rough',
	'settings',
	'sign-in',
	'table',
	'verbose',
].map((name) => `test/program/${name}.test.ts`);

const isWindows = process.platform === 'win32';
if (isWindows) {
	process.stderr.write(`SKIPPED, not on Windows: ${inTerminal.join(', ')}\n`);
}

export default defineConfig({
	test: {
		include: ['test/**/*.test.{ts,tsx}'],
		exclude: [...configDefaults.exclude, ...(isWindows ? inTerminal : [])],
		testTimeout: 60_000,
		hookTimeout: 120_000,
		maxWorkers: 2,
		globalSetup: ['test/helpers/build-program.ts'],
		restoreMocks: true,
		unstubEnvs: true,
	},
});
