import {readNumber} from './base-type.js';
import type {FitDefinition, FitField} from './definition.js';
import type {FitRecords} from './fit-activity.js';
import {toUnixSeconds} from './fit-time.js';

type Columns = Omit<FitRecords, 'count'>;

type Source = {
	/** Field number in the record message. */
	readonly field: number;
	readonly column: keyof Columns;
	/** The value is the number in the file / `scale` - `shift`. */
	readonly scale: number;
	readonly shift: number;
	readonly zeroIsMissing?: true;
};

/** 48 days at one a second. No activity has more; without it a hostile file could fill the memory. */
const mostRecords = 2 ** 22;

const semicircles = 2 ** 31 / 180;

/** Where two fields fill a column, the later, more exact one wins. */
const sources: readonly Source[] = [
	{field: 0, column: 'latitude', scale: semicircles, shift: 0},
	{field: 1, column: 'longitude', scale: semicircles, shift: 0},
	{field: 2, column: 'altitude', scale: 5, shift: 500},
	{field: 78, column: 'altitude', scale: 5, shift: 500},
	{field: 5, column: 'distance', scale: 100, shift: 0},
	{field: 6, column: 'speed', scale: 1000, shift: 0},
	{field: 73, column: 'speed', scale: 1000, shift: 0},
	{field: 3, column: 'heartRate', scale: 1, shift: 0, zeroIsMissing: true},
	{field: 4, column: 'cadence', scale: 1, shift: 0},
	{field: 7, column: 'power', scale: 1, shift: 0},
	{field: 13, column: 'temperature', scale: 1, shift: 0},
];

const mapColumns = (make: (name: keyof Columns) => Float64Array): Columns => ({
	time: make('time'),
	latitude: make('latitude'),
	longitude: make('longitude'),
	altitude: make('altitude'),
	distance: make('distance'),
	speed: make('speed'),
	heartRate: make('heartRate'),
	cadence: make('cadence'),
	power: make('power'),
	temperature: make('temperature'),
});

/** A source found in a definition. Made of one literal, so that all have one shape: it is twice as fast. */
const toStep = (source: Source, field: FitField, columns: Columns) => ({
	target: columns[source.column],
	offset: field.offset,
	baseType: field.baseType,
	scale: source.scale,
	shift: source.shift,
	zeroIsMissing: source.zeroIsMissing === true,
});

type Step = ReturnType<typeof toStep>;

const isPosition = (latitude: number, longitude: number): boolean =>
	Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180;

/** Columns for the first `room` record messages that are added. */
export const createRecordColumns = (room: number) => {
	const size = Math.min(room, mostRecords);
	const columns = mapColumns(() => new Float64Array(size).fill(Number.NaN));
	const {time, latitude, longitude} = columns;
	/** What each definition fills is found once, not for every record. */
	const plans = new Map<FitDefinition, readonly Step[]>();
	let count = 0;

	const planFor = (definition: FitDefinition): readonly Step[] => {
		const plan = sources.flatMap((source) => {
			const field = definition.fields.find(({number}) => number === source.field);
			return field === undefined ? [] : [toStep(source, field, columns)];
		});
		plans.set(definition, plan);
		return plan;
	};

	return {
		records: {count: size, ...columns} satisfies FitRecords,

		add(
			definition: FitDefinition,
			view: DataView,
			at: number,
			timestamp: number | undefined,
		): void {
			if (count === size) return;
			const row = count;
			count += 1;
			time[row] = toUnixSeconds(timestamp) ?? Number.NaN;
			for (const step of plans.get(definition) ?? planFor(definition)) {
				const value = readNumber(view, at + step.offset, step.baseType, definition.littleEndian);
				if (Number.isNaN(value) || (value === 0 && step.zeroIsMissing)) continue;
				step.target[row] = value / step.scale - step.shift;
			}

			if (isPosition(latitude[row] ?? Number.NaN, longitude[row] ?? Number.NaN)) return;
			latitude[row] = Number.NaN;
			longitude[row] = Number.NaN;
		},
	};
};
