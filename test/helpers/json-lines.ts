import {readFileSync} from 'node:fs';
import path from 'node:path';
import {Ajv2020, type ValidateFunction} from 'ajv/dist/2020.js';

type Schema = {readonly $defs: Readonly<Record<string, object>>; readonly $id: string};

const file = path.resolve(import.meta.dirname, '../../schema/output.schema.json');

/** The schema as it is shipped: it lets keys be that it does not name. */
export const readSchema = (): Schema => JSON.parse(readFileSync(file, 'utf8')) as Schema;

// A key that a run prints and the schema does not name has been forgotten there.
const toStrict = (value: unknown): unknown => {
	if (Array.isArray(value)) {
		return value.map(toStrict);
	}

	if (typeof value !== 'object' || value === null) {
		return value;
	}

	const copy = Object.fromEntries(Object.entries(value).map(([key, one]) => [key, toStrict(one)]));
	return copy.type === 'object' && 'properties' in copy
		? {...copy, additionalProperties: false}
		: copy;
};

/** Judges one object by one definition of a schema. */
export const createValidators = (schema: Schema): ((name: string) => ValidateFunction) => {
	const ajv = new Ajv2020({strict: true, allowUnionTypes: true, allErrors: true});
	ajv.addSchema(schema);
	return (name) => ajv.getSchema(`${schema.$id}#/$defs/${name}`)!;
};

let strict: ReturnType<typeof createValidators> | undefined;

/** Why an object is no line of this command; undefined where it is one, to the last key. */
export const lineFault = (command: string, line: unknown): string | undefined => {
	strict ??= createValidators(toStrict(readSchema()) as Schema);
	const validate = strict(command);
	if (validate(line)) {
		return undefined;
	}

	const faults = (validate.errors ?? []).map(({instancePath, message, params}) =>
		`${instancePath} ${message} ${JSON.stringify(params)}`.trim(),
	);
	return `no line of ${command} --json as schema/output.schema.json has it: ${JSON.stringify(line)}\n${faults.join('\n')}`;
};

const commands =
	'backup export list verify convert adopt relayout doctor login whoami logout profiles'.split(' ');

/** Holds every whole line of a run with `--json` against the schema; throws where one does not fit. */
export const checkJsonLines = (
	args: readonly string[],
	env: NodeJS.ProcessEnv,
	stdout: string,
): void => {
	const command = args.find((word) => commands.includes(word));
	const isJson = args.includes('--json') || env.COROS_TUI_JSON !== undefined;
	if (!isJson || command === undefined || args.includes('--help')) {
		return;
	}

	// What follows the last line's end was cut off with the program.
	for (const line of stdout.split('\n').slice(0, -1)) {
		const fault = lineFault(command, JSON.parse(line));
		if (fault !== undefined) {
			throw new Error(fault);
		}
	}
};
