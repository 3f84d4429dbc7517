import type {Recording} from '../activities/recording/recording.js';
import {quartersAt} from '../activities/time-zone.js';
import {base, type FitMessages, type MessageShape} from './fit-messages.js';
import {toFitTime} from './fit-time.js';

const coros = 294;
const activityFile = 4;

const shape = (message: number, fields: MessageShape['fields']): MessageShape => ({
	message,
	fields,
	developerFields: [],
});

/** Field descriptions of every COROS file since 2021: number, base type, name, units. */
const described: ReadonlyArray<readonly [number, number, string, string]> = [
	[8, base.uint16, 'Form Power', 'Watts'],
	[9, base.float32, 'Leg Spring Stiffness', 'KN/m'],
	[11, base.uint16, 'Air Power', 'Watts'],
	[12, base.uint32, 'Sat', ''],
	[13, base.float32, 'hdop', 'm'],
	[14, base.uint32, 'cog', ''],
	[15, base.uint32, 'idx', ''],
];

const describedLater: typeof described = [
	[24, base.sint32, 'Impact Loading Rate', 'bw/s'],
	[16, base.float32, 'Effort Pace', 'm/s'],
];

/** COROS writes the four fields of speedsurfing in the shape of the one before, with room to spare. */
const textSizes = (name: string, units: string) =>
	name.length < 6 ? [10, 6] : [name.length + 1, units.length + 1];

const describeFields = (messages: FitMessages, all: typeof described) => {
	const shapes = new Map<string, MessageShape>();
	for (const [number, baseType, name, units] of all) {
		const [nameSize = 0, unitsSize = 0] = textSizes(name, units);
		const key = `${nameSize} ${unitsSize}`;
		const known =
			shapes.get(key) ??
			shape(206, [
				[0, 1, base.uint8],
				[1, 1, base.uint8],
				[2, 1, base.uint8],
				[3, nameSize, base.text],
				[8, unitsSize, base.text],
			]);
		shapes.set(key, known);
		messages.write(known, [0, number, baseType, name, units]);
	}
};

/** Everything before the first record; the activity message comes this early in COROS's files. */
export const writeOpening = (messages: FitMessages, recording: Recording): void => {
	const {plan, totals, legs} = recording;
	const nameSize = plan.watch.name.length + 1;
	// Files are made when the watch is synced, some minutes after the end.
	const created = toFitTime(totals.end) + 60 + (plan.seed % 240);
	const start = toFitTime(totals.start);
	const offset = quartersAt(plan.place.zone, totals.start) * 900;

	messages.write(
		shape(0, [
			[0, 1, base.enum],
			[1, 2, base.uint16],
			[4, 4, base.uint32],
			[2, 2, base.uint16],
			[8, nameSize, base.text],
		]),
		[activityFile, coros, created, plan.watch.product, plan.watch.name],
	);
	messages.write(
		shape(207, [
			[2, 2, base.uint16],
			[3, 1, base.uint8],
			[1, 16, base.byte],
		]),
		[coros, 0, [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0x47]],
	);
	messages.write(
		shape(23, [
			[253, 4, base.uint32],
			[2, 2, base.uint16],
			[27, nameSize, base.text],
		]),
		[created, coros, plan.watch.name],
	);
	messages.write(
		shape(34, [
			[253, 4, base.uint32],
			[0, 4, base.uint32],
			[5, 4, base.uint32],
			[1, 2, base.uint16],
			[2, 1, base.enum],
			[3, 1, base.enum],
			[4, 1, base.enum],
		]),
		// The timer time is the elapsed one: a COROS habit. 26, 1: activity, stop.
		[start, (totals.end - totals.start) * 1000, start + offset, legs.length, 0, 26, 1],
	);
	describeFields(
		messages,
		plan.watch.hasEffortPace ? [...described, ...describedLater] : described,
	);
};
