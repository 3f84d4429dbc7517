import type {CommandLine, CompletedFlag} from './command-line.js';
import type {Values} from './values.js';

const quote = (text: string): string => `'${text.replaceAll("'", "'\\''")}'`;

const toAction = (values: Values | undefined): string => {
	if (values === undefined) {
		return ' ';
	}

	return values.kind === 'folder'
		? '_files -/'
		: values.isList
			? `_values -s , value ${values.words.join(' ')}`
			: `(${values.words.join(' ')})`;
};

const toSpec = ({name, description, takesValue, values}: CompletedFlag): string => {
	const said = description.replaceAll(/[[\]\\]/g, (sign) => `\\${sign}`);
	const more = values?.kind === 'words' && values.isList ? '*' : '';
	return takesValue
		? quote(`${more}--${name}=[${said}]:${name}:${toAction(values)}`)
		: quote(`${more}--${name}[${said}]`);
};

const toSpecs = (flags: readonly CompletedFlag[], indent: string): string =>
	flags.map((flag) => `${indent}${toSpec(flag)}\n`).join('');

/** A completion script for zsh: to be sourced, or a file `_coros-tui` in a folder of `$fpath`. */
export const toZsh = ({commands, flags}: CommandLine): string => `#compdef coros-tui coros-backup
# coros-tui in zsh. In ~/.zshrc, after compinit: source <(coros-tui completion zsh)

_coros-tui() {
	local curcontext=$curcontext state line
	local -a common own commands
	common=(
${toSpecs(flags, '\t\t')}	)
	commands=(
${commands.map(({name, description}) => `\t\t${quote(`${name}:${description}`)}\n`).join('')}	)

	local command=
	if [[ $service == coros-backup ]]; then
		command=backup
	else
		_arguments -C $common '1: :->command' '*:: :->rest'
		case $state in
		command) _describe -t commands command commands; return ;;
		rest) command=$words[1] ;;
		*) return ;;
		esac
	fi

	case $command in
${commands
	.map(({name, flags, values}) => {
		const rest = values ? `\t\t\t${quote(`*:${name}:${toAction(values)}`)}\n` : '';
		return `\t${name})\n\t\town=(\n${toSpecs(flags, '\t\t\t')}${rest}\t\t)\n\t\t;;\n`;
	})
	.join('')}	esac
	_arguments $common $own
}

if [[ $funcstack[1] == _coros-tui ]]; then
	_coros-tui "$@"
else
	compdef _coros-tui coros-tui coros-backup
fi
`;
