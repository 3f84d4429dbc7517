import type {Units} from '../settings.js';
import type {Measure, Operator} from './query.js';

const names: Readonly<Record<string, Measure>> = {
	dist: 'distance',
	distance: 'distance',
	time: 'time',
	asc: 'ascent',
	ascent: 'ascent',
	climb: 'ascent',
	hr: 'heartRate',
	load: 'load',
	kcal: 'energy',
	energy: 'energy',
};

type Unit = {
	readonly factor: number;
	/** What may be measured in it; alone, it means the first. */
	readonly measures: readonly Measure[];
};

const units: Readonly<Record<string, Unit>> = {
	km: {factor: 1000, measures: ['distance']},
	mi: {factor: 1609.344, measures: ['distance']},
	m: {factor: 1, measures: ['distance', 'ascent']},
	ft: {factor: 0.3048, measures: ['ascent', 'distance']},
	h: {factor: 3600, measures: ['time']},
	min: {factor: 60, measures: ['time']},
	s: {factor: 1, measures: ['time']},
	bpm: {factor: 1, measures: ['heartRate']},
	kcal: {factor: 1, measures: ['energy']},
};

// What a number alone means where it is said what is measured.
const usual: Readonly<Record<Measure, readonly [metric: number, imperial: number]>> = {
	distance: [1000, 1609.344],
	ascent: [1, 0.3048],
	time: [60, 60],
	heartRate: [1, 1],
	load: [1, 1],
	energy: [1, 1],
};

const comparison = /^([a-z]*)([<>]=?)(.*)$/i;
const quantity = /^(\d+(?:[.,]\d+)?)([a-z]*)$/i;
const clock = /^(?:(\d+):)?(\d{1,2}):(\d{2})$/;
const hours = /^(\d+)h(\d{1,2})(?:min|m)?$/i;

type Amount = {readonly value: number; readonly measure: Measure};

const parseTime = (text: string): number | undefined => {
	const [, h, min, s] = clock.exec(text) ?? [];
	if (min !== undefined) {
		return Number(h ?? 0) * 3600 + Number(min) * 60 + Number(s);
	}

	const [, whole, part] = hours.exec(text) ?? [];
	return whole === undefined ? undefined : Number(whole) * 3600 + Number(part) * 60;
};

const parseAmount = (
	text: string,
	named: Measure | undefined,
	system: Units,
): Amount | undefined => {
	const seconds = parseTime(text);
	if (seconds !== undefined) {
		return named === undefined || named === 'time' ? {value: seconds, measure: 'time'} : undefined;
	}

	const [, digits, suffix] = quantity.exec(text) ?? [];
	if (digits === undefined || suffix === undefined) {
		return undefined;
	}

	const number = Number(digits.replace(',', '.'));
	if (suffix === '') {
		const factor = named && usual[named][system === 'metric' ? 0 : 1];
		return named && factor ? {value: number * factor, measure: named} : undefined;
	}

	const unit = Object.hasOwn(units, suffix.toLowerCase()) ? units[suffix.toLowerCase()] : undefined;
	const measure = named ?? unit?.measures[0];
	return unit && measure && unit.measures.includes(measure)
		? {value: number * unit.factor, measure}
		: undefined;
};

/** Whether a piece of a search is meant as a comparison, finished or not: `>`, `load<`, `>20k`. */
export const isMeasureLike = (text: string): boolean => {
	const [, name] = comparison.exec(text) ?? [];
	return name !== undefined && (name === '' || Object.hasOwn(names, name.toLowerCase()));
};

/** `>20km`, `<1h30`, `<=45min`, `load>200`, `hr<150`, `asc>500`, `time<1:30:00`. */
export const parseMeasure = (
	text: string,
	system: Units,
): {readonly measure: Measure; readonly operator: Operator; readonly value: number} | undefined => {
	const [, name = '', operator, rest = ''] = comparison.exec(text) ?? [];
	const key = name.toLowerCase();
	const named = Object.hasOwn(names, key) ? names[key] : undefined;
	if (operator === undefined || (key !== '' && named === undefined)) {
		return undefined;
	}

	const amount = parseAmount(rest, named, system);
	return amount && {...amount, operator: operator as Operator};
};
