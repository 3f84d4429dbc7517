import {defineConfig} from 'vitest/config';

export default defineConfig({
	test: {
		include: ['test/**/*.test.{ts,tsx}'],
		testTimeout: 60_000,
		hookTimeout: 120_000,
		maxWorkers: 2,
		globalSetup: ['test/helpers/build-program.ts'],
		restoreMocks: true,
		unstubEnvs: true,
	},
});
