import {expect, test} from 'vitest';
import {judgeDownload} from '../../source/backup/judge-download.js';
import type {DownloadedFile} from '../../source/disk/download-file.js';

const good = {ok: true, startTime: 1} as const;
const timeless = {ok: true, startTime: undefined} as const;
const openEnded = {...timeless, openEnded: true} as const;
const damaged = {ok: false, reason: 'checksum does not match'} as const;
const other = 'its content is another’s';
const changed = 'its bytes changed on the way';
const twice = ', twice in the same way';

type Case = Partial<DownloadedFile> & {
	readonly title: string;
	readonly isOther?: boolean;
	readonly isRepeated?: boolean;
	/** Code and detail of the error, and whether it is final; undefined where the file is kept. */
	readonly refusal?: readonly [string, string, boolean];
};

const cases: readonly Case[] = [
	{title: 'a good file is kept'},
	{
		title: 'a damaged one is not',
		verdict: damaged,
		refusal: ['bad-file', damaged.reason, false],
	},
	{
		title: 'a damaged one is COROS’s own, the second time',
		verdict: damaged,
		isRepeated: true,
		refusal: ['bad-file', damaged.reason + twice, true],
	},
	{
		title: 'an apology says something of the service, however often',
		verdict: {ok: false, reason: 'a web page', impostor: true},
		isRepeated: true,
		refusal: ['unexpected-response', 'a web page', false],
	},
	{
		title: 'nothing at all is a bad file, however often',
		verdict: {ok: false, reason: 'an empty body', impostor: true},
		size: 0,
		isRepeated: true,
		refusal: ['bad-file', 'an empty body', false],
	},
	{
		title: 'what never ends is not asked for again',
		verdict: {ok: false, reason: 'too much', impostor: true},
		isEndless: true,
		refusal: ['bad-file', 'too much', true],
	},
	{title: 'another’s is not kept', isOther: true, refusal: ['wrong-file', other, false]},
	{
		title: 'another’s is not kept the second time either',
		isOther: true,
		isRepeated: true,
		refusal: ['wrong-file', other + twice, true],
	},
	{
		title: 'what tells no time and is known as another’s is not kept',
		verdict: timeless,
		isOther: true,
		refusal: ['wrong-file', other, false],
	},
	{title: 'it is, the second time', verdict: timeless, isOther: true, isRepeated: true},
	{
		title: 'other bytes than the store named are not kept',
		hasOtherMd5: true,
		refusal: ['bad-file', changed, false],
	},
	{title: 'they are, the second time', hasOtherMd5: true, isRepeated: true},
	{
		title: 'they never are where a cut would not be seen',
		verdict: openEnded,
		hasOtherMd5: true,
		isRepeated: true,
		refusal: ['bad-file', changed + twice, true],
	},
];

test.each(cases)('$title', ({isOther = false, isRepeated = false, refusal: expected, ...file}) => {
	const refusal = judgeDownload(
		{verdict: good, hasOtherMd5: false, size: 1000, isEndless: false, ...file},
		{belongs: () => !isOther, isRepeated},
	);
	const {error, final} = refusal ?? {};
	const detail = error?.message.replace(/^[^:]*: /, '');
	expect(error && [error.code, detail, final]).toEqual(expected);
});
