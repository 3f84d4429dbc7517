import {toBash} from './completion/bash.js';
import {commandLine} from './completion/command-line.js';
import {toFish} from './completion/fish.js';
import type {Shell} from './completion/values.js';
import {toZsh} from './completion/zsh.js';
import type {Io} from './io.js';

const templates = {bash: toBash, zsh: toZsh, fish: toFish} as const;

/** `completion`: prints the script that makes a shell complete commands, flags and their values. */
export const runCompletion = (shell: Shell, io: Io): number => {
	io.out(templates[shell](commandLine));
	return 0;
};
