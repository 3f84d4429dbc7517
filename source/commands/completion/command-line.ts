import type {Argv} from 'yargs';
import {type Values, valuesOf} from './values.js';

/** A flag, as a shell offers it. */
export type CompletedFlag = {
	/** Without its dashes. */
	readonly name: string;
	readonly description: string;
	readonly takesValue: boolean;
	/** What its value can be, where that is known. */
	readonly values: Values | undefined;
};

export type CompletedCommand = {
	readonly name: string;
	readonly description: string;
	/** Those that other commands do not have. */
	readonly flags: readonly CompletedFlag[];
	/** What can follow the command, where that is known. */
	readonly values: Values | undefined;
};

/** A whole command line, as it was defined. */
export type CommandLine = {
	readonly commands: readonly CompletedCommand[];
	/** Those that every command has. */
	readonly flags: readonly CompletedFlag[];
};

/** What yargs knows and its types do not tell. */
type Defined = {
	getOptions(): {
		readonly key: Readonly<Record<string, unknown>>;
		readonly boolean: readonly string[];
		readonly hiddenOptions: readonly string[];
	};
	getGroups(): Readonly<Record<string, readonly string[]>>;
	getInternalMethods(): {
		getUsageInstance(): {
			getCommands(): ReadonlyArray<readonly [command: string, description: string]>;
			getDescriptions(): Readonly<Record<string, string | undefined>>;
			getPositionalGroupName(): string;
		};
		getCommandInstance(): {
			getCommandHandlers(): Readonly<Record<string, {builder(y: Argv): unknown}>>;
		};
	};
};

const flagsOf = (defined: Defined, command: string): CompletedFlag[] => {
	const {key, boolean, hiddenOptions} = defined.getOptions();
	const usage = defined.getInternalMethods().getUsageInstance();
	const descriptions = usage.getDescriptions();
	const positionals = defined.getGroups()[usage.getPositionalGroupName()] ?? [];
	return Object.keys(key)
		.filter((name) => !hiddenOptions.includes(name) && !positionals.includes(name))
		.map((name) => ({
			name,
			description: (descriptions[name] ?? '').replace('__yargsString__:', ''),
			takesValue: !boolean.includes(name),
			values: valuesOf(command, name),
		}));
};

const positionalsOf = (defined: Defined): readonly string[] =>
	defined.getGroups()[defined.getInternalMethods().getUsageInstance().getPositionalGroupName()] ??
	[];

/** Reads commands and flags off their definition: nothing is listed twice. */
export const readCommandLine = (define: () => unknown): CommandLine => {
	const fresh = () => define() as Defined;
	const common = flagsOf(fresh(), '');
	const names = new Set(common.map(({name}) => name));
	const usage = fresh().getInternalMethods().getUsageInstance();
	const commands = usage.getCommands().flatMap(([usage, description]): CompletedCommand[] => {
		const name = usage.split(' ')[0] ?? '';
		if (name === '$0') {
			return [];
		}

		const defined = fresh();
		const handlers = defined.getInternalMethods().getCommandInstance().getCommandHandlers();
		handlers[name]?.builder(defined as unknown as Argv);
		return [
			{
				name,
				description,
				flags: flagsOf(defined, name).filter((flag) => !names.has(flag.name)),
				values: positionalsOf(defined)
					.map((positional) => valuesOf(name, positional))
					.find(Boolean),
			},
		];
	});
	return {commands, flags: common};
};
