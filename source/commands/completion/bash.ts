import type {CommandLine, CompletedFlag} from './command-line.js';
import type {Values} from './values.js';

const offer = (values: Values | undefined): string => {
	if (values === undefined) {
		return ':';
	}

	return values.kind === 'folder'
		? '_coros_tui_folders'
		: `_coros_tui_words ${values.isList ? 'list' : 'one'} '${values.words.join(' ')}'`;
};

const valueCases = (command: string, flags: readonly CompletedFlag[]): string[] =>
	flags
		.filter(({takesValue}) => takesValue)
		.map(({name, values}) => `\t\t${command}:--${name}) ${offer(values)}; return ;;`);

const dashed = (flags: readonly CompletedFlag[]): string =>
	flags.map(({name}) => `--${name}`).join(' ');

/**
 * A completion script for bash, from 3.2 on, which is what macOS has. It asks nobody: no program is
 * started when a key is pressed.
 */
export const toBash = ({commands, flags}: CommandLine): string => {
	const every = [...flags, ...commands.flatMap((command) => command.flags)];
	const withValue = [
		...new Set(every.filter(({takesValue}) => takesValue).map(({name}) => `--${name}`)),
	];
	return `# coros-tui in bash. In ~/.bashrc: source <(coros-tui completion bash)

_coros_tui_words() {
	local before=
	if [ "$1" = list ]; then
		before=\${current%"\${current##*,}"}
	fi
	COMPREPLY=($(compgen -P "$before" -W "$2" -- "\${current#"$before"}"))
}

_coros_tui_folders() {
	local IFS=$'\\n'
	COMPREPLY=($(compgen -d -- "$current"))
	# Before bash 4 nothing has the shell quote what it takes for names.
	if ! compopt -o filenames 2>/dev/null && [ \${#COMPREPLY[@]} -gt 0 ]; then
		COMPREPLY=($(printf '%q\\n' "\${COMPREPLY[@]}"))
	fi
}

_coros_tui_complete() {
	local command=$1 current=\${COMP_WORDS[COMP_CWORD]} previous=\${COMP_WORDS[COMP_CWORD-1]}
	local index=1 word
	COMPREPLY=()
	# bash makes three words of --flag=value.
	if [ "$current" = = ]; then
		current=
	elif [ "$previous" = = ]; then
		previous=\${COMP_WORDS[COMP_CWORD-2]}
	fi

	while [ -z "$command" ] && [ $index -lt $COMP_CWORD ]; do
		word=\${COMP_WORDS[index]}
		case $word in
		${withValue.join('|')}) index=$((index + 1)) ;;
		${commands.map(({name}) => name).join('|')}) command=$word ;;
		esac
		index=$((index + 1))
	done

	case "$command:$previous" in
${[...commands.flatMap(({name, flags}) => valueCases(name, flags)), ...valueCases('*', flags)].join('\n')}
	esac

	case $current in
	-*)
		word='${dashed(flags)}'
		case $command in
${commands
	.filter(({flags}) => flags.length > 0)
	.map(({name, flags}) => `\t\t${name}) word="$word ${dashed(flags)}" ;;`)
	.join('\n')}
		esac
		_coros_tui_words one "$word"
		return
		;;
	esac

	case $command in
	'') _coros_tui_words one '${commands.map(({name}) => name).join(' ')}' ;;
${commands
	.filter(({values}) => values)
	.map(({name, values}) => `\t${name}) ${offer(values)} ;;`)
	.join('\n')}
	esac
}

_coros_tui() { _coros_tui_complete ''; }
_coros_backup() { _coros_tui_complete backup; }

complete -F _coros_tui coros-tui
complete -F _coros_backup coros-backup
`;
};
