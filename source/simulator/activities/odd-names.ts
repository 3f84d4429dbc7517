import type {Motion} from './sport-traits.js';

/** A name that a program may stumble over, and the kind of session that bears it. */
export type OddName = {readonly motion: Motion; readonly name: string};

const rambling =
	'Long run that was meant to be short: missed the bridge, followed the river because the path looked nice, ' +
	'met two of the club and went back with them, lost a glove, found a bakery, waited for a thunderstorm under ' +
	'a roof with eleven cyclists and a very wet dachshund, then jogged home in the sun, twenty-three km';

/** Scripts, signs and spaces that real lists hold; COROS stores whatever the phone typed. */
export const oddNames: readonly OddName[] = [
	{motion: 'run', name: '朝ラン 🌅 川沿い'},
	{motion: 'run', name: 'ריצת בוקר עם דנה'},
	{motion: 'run', name: 'جري الصباح ٥ كم'},
	{motion: 'run', name: 'Isarrunde   '},
	{motion: 'run', name: '3/4 marathon'},
	{motion: 'run', name: '"Easy" run, they said'},
	{motion: 'run', name: 'Tom & Jerry <3'},
	{motion: 'run', name: 'Pace < 5:00, HR > 160'},
	{motion: 'run', name: rambling.padEnd(300, '.').slice(0, 300)},
	{motion: 'run', name: '\u001b[31mRed zone\u001b[0m all the way\u0007'},
	{motion: 'ride', name: '../../Kesselberg\\hairpins'},
	{motion: 'ride', name: '🚴🏽‍♀️ family tour 👨‍👩‍👧‍👦'},
	{motion: 'ride', name: 'Zoe\u0308’s “birthday” ride — 100 %'},
	{motion: 'ride', name: '=SUM(A1:A9) watts'},
	{motion: 'ride', name: 'Рассветный круг'},
	{motion: 'walk', name: 'Line one\nline two\ttab'},
	{motion: 'walk', name: 'CON'},
	{motion: 'swim', name: '2 km 🏊 (25 m × 80)'},
	{motion: 'still', name: '.hidden'},
	{motion: 'still', name: '   '},
	{motion: 'ski', name: '스키 ⛷️ 첫눈'},
	{motion: 'run', name: ''},
];

/** The odd name a session of that kind may bear, the same one for the same number. */
export const oddNameFor = (motion: Motion, number: number): string | undefined => {
	const fitting = oddNames.filter((odd) => odd.motion === motion);
	return fitting[number % fitting.length]?.name;
};
