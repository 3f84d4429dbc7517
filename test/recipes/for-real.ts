import {existsSync, readdirSync} from 'node:fs';
import {expect} from 'vitest';
import {fitFiles} from './world.js';

type Recipe = 'cron' | 'systemd' | 'launchd' | 'windows' | 'container';

/**
 * Whether a recipe has to be tried, and may be installed as it stands: `TEST_RECIPES` names those on a
 * machine that is thrown away afterwards, as those of CI are.
 */
export const isForReal = (recipe: Recipe): boolean =>
	(process.env.TEST_RECIPES ?? '').split(' ').includes(recipe);

/**
 * Whether a recipe can be tried on this machine. Says aloud what it lacks, and fails where it must not
 * lack anything.
 */
export const canTry = (
	recipe: Recipe,
	platform: NodeJS.Platform,
	findLack: () => string | undefined,
): boolean => {
	const isHere = process.platform === platform;
	const lack = isHere ? findLack() : `this is not ${platform}`;
	if (isHere && lack !== undefined && isForReal(recipe)) {
		throw new Error(`the recipe of ${recipe} has to be tried here, and cannot: ${lack}`);
	}

	if (lack !== undefined) {
		process.stderr.write(`SKIPPED, ${lack}: the recipe of docs/recipes.md for ${recipe}, itself\n`);
	}

	return lack === undefined;
};

export const isRoot = process.getuid?.() === 0;

/** How to start something that only root may do: a program, and its words. */
export const asRoot = (program: string, ...words: string[]): [string, string[]] =>
	isRoot ? [program, words] : ['sudo', ['-n', program, ...words]];

/** Waits until somebody else's run has backed up five activities and has let go of the folder. */
export const untilBackedUp = (folder: string): Promise<void> =>
	expect
		.poll(
			() => ({
				fit: existsSync(folder) ? fitFiles(folder).length : 0,
				isHeld: existsSync(folder) && readdirSync(folder).some((name) => name.endsWith('.lock')),
			}),
			{timeout: 120_000, interval: 100},
		)
		.toEqual({fit: 5, isHeld: false});
