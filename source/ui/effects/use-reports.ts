import type {Dispatch} from 'react';
import {useEffect} from 'react';
import type {Input} from '../keys/press.js';
import type {ReportSource} from '../terminal/report-source.js';

/** Hands what the terminal reports to the model. */
export const useReports = (reports: ReportSource | undefined, dispatch: Dispatch<Input>): void => {
	useEffect(() => reports?.subscribe(dispatch), [reports, dispatch]);
};
