import type {CommandLine, CompletedFlag} from './command-line.js';
import type {Values} from './values.js';

const quote = (text: string): string => `'${text.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`;

const toArguments = (values: Values | undefined): string => {
	if (values === undefined) {
		return '-x';
	}

	if (values.kind === 'folder') {
		return "-x -a '(__fish_complete_directories)'";
	}

	const list = values.words.join(' ');
	return values.isList
		? `-x -a ${quote(`(__fish_complete_list , 'string split " " "${list}"')`)}`
		: `-x -a ${quote(list)}`;
};

const toLine = (program: string, condition: string, flag: CompletedFlag): string => {
	const {name, description, takesValue, values} = flag;
	return [
		`complete -c ${program}`,
		condition && `-n ${quote(condition)}`,
		`-l ${name}`,
		takesValue && toArguments(values),
		`-d ${quote(description)}`,
	]
		.filter(Boolean)
		.join(' ');
};

// fish's own helpers take the value of a flag for a command.
const toCommandTest = ({commands, flags}: CommandLine): string => {
	const every = [...flags, ...commands.flatMap((command) => command.flags)];
	const withValue = every.filter(({takesValue}) => takesValue).map(({name}) => `--${name}`);
	return `function __coros_tui_at -d 'Whether this command is being written; without one, none yet'
	set -l skip
	for word in (commandline -opc)[2..-1]
		if set -q skip[1]
			set -e skip[1]
			continue
		end
		switch $word
			case ${[...new Set(withValue)].join(' ')}
				set skip 1
			case ${commands.map(({name}) => name).join(' ')}
				test "$word" = "$argv[1]"
				return
		end
	end
	test -z "$argv[1]"
end
`;
};

/** A completion script for fish: to be sourced, or `coros-tui.fish` in its folder of completions. */
export const toFish = (commandLine: CommandLine): string => {
	const {commands, flags} = commandLine;
	const backup = commands.find(({name}) => name === 'backup');
	const at = (command: string) => `__coros_tui_at ${command}`;
	const lines = [
		'# coros-tui in fish: coros-tui completion fish > ~/.config/fish/completions/coros-tui.fish',
		'',
		toCommandTest(commandLine),
		'complete -c coros-tui -f',
		'complete -c coros-backup -f',
		...commands.map(
			({name, description}) =>
				`complete -c coros-tui -n __coros_tui_at -a ${name} -d ${quote(description)}`,
		),
		...commands.flatMap(({name, values}) =>
			values
				? [`complete -c coros-tui -n ${quote(at(name))} ${toArguments(values).replace('-x ', '')}`]
				: [],
		),
		...flags.map((flag) => toLine('coros-tui', '', flag)),
		...commands.flatMap(({name, flags}) =>
			flags.map((flag) => toLine('coros-tui', at(name), flag)),
		),
		...[...flags, ...(backup?.flags ?? [])].map((flag) => toLine('coros-backup', '', flag)),
	];
	return `${lines.join('\n')}\n`;
};
