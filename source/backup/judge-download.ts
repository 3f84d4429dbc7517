import type {DownloadedFile} from '../disk/download-file.js';
import {KnownError} from '../domain/known-error.js';

/** Why a file that arrived is not kept; `final` when the same bytes would come again. */
export type Refusal = {readonly error: KnownError; readonly final: boolean};

type Question = {
	/** Whether a file that starts then (Unix seconds) can be this activity's. */
	readonly belongs: (startTime: number | undefined) => boolean;
	/** The same bytes were refused before: twice is no accident of the network. */
	readonly isRepeated: boolean;
};

const findFault = (
	{verdict, hasOtherMd5}: Pick<DownloadedFile, 'verdict' | 'hasOtherMd5'>,
	{belongs, isRepeated}: Question,
): {readonly code: 'bad-file' | 'wrong-file'; readonly reason: string} | undefined => {
	if (!verdict.ok) {
		return {code: 'bad-file', reason: verdict.reason};
	}

	const {startTime, openEnded} = verdict;
	if (!belongs(startTime) && !(isRepeated && startTime === undefined)) {
		return {code: 'wrong-file', reason: 'its content is another’s'};
	}

	// What looks like an MD5 need not be one: the same bytes a second time are believed, unless the
	// format cannot show that they are all there.
	if (hasOtherMd5 && (!isRepeated || openEnded)) {
		return {code: 'bad-file', reason: 'its bytes changed on the way'};
	}

	return undefined;
};

/** Decides about a file that arrived: undefined where it is to be kept. */
export const judgeDownload = (
	file: Pick<DownloadedFile, 'verdict' | 'hasOtherMd5' | 'size' | 'isEndless'>,
	question: Question,
): Refusal | undefined => {
	const fault = findFault(file, question);
	if (!fault) {
		return undefined;
	}

	const {code, reason} = fault;
	if (file.isEndless) {
		return {error: new KnownError(code, {detail: reason}), final: true};
	}

	const isGenuine = file.verdict.ok || !file.verdict.impostor;
	if (!isGenuine && file.size > 0) {
		// A page of words where a file should be says something of the service, not of the file.
		return {error: new KnownError('unexpected-response', {detail: reason}), final: false};
	}

	// An apology of the server repeats itself; a damaged file that does is COROS's own.
	const final = isGenuine && question.isRepeated;
	const error = new KnownError(code, {
		detail: final ? `${reason}, twice in the same way` : reason,
		...(final && {hint: 'COROS itself seems to have it so. Try again another day.'}),
	});
	return {error, final};
};
