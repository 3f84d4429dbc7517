import {useEffect, useMemo, useRef} from 'react';
import {finishInTurns} from '../../domain/steps.js';
import type {Model} from '../model.js';
import {prepareRows} from '../table/rows.js';

/** The model as it is now, for effects that wait, and a way to make its next rows ready. */
export type Rehearsal = {
	current(): Model;
	/** Puts the rows of a model in order that is to be shown, while keys have their turn. */
	rehearse(next: Model): Promise<void>;
};

/** What a long list changes takes many frames: it is worked out before it is shown. */
export const useRehearsal = (model: Model): Rehearsal => {
	const latest = useRef(model);
	useEffect(() => {
		latest.current = model;
	}, [model]);
	return useMemo(
		() => ({
			current: () => latest.current,
			rehearse: (next) => finishInTurns(prepareRows(next)),
		}),
		[],
	);
};
