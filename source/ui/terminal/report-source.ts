import {createReportReader, type Report} from './reports.js';

/** Where reports of the terminal can be heard. */
export type ReportSource = {
	/** Returns how to stop listening. */
	subscribe(listener: (report: Report) => void): () => void;
};

/**
 * A terminal's input without its reports, which go to the source instead. It is read by whoever
 * reads the result, and only then.
 */
export const splitReports = (
	stdin: NodeJS.ReadStream,
): {readonly stdin: NodeJS.ReadStream; readonly reports: ReportSource} => {
	const listeners = new Set<(report: Report) => void>();
	const readReports = createReportReader();
	const read = (): string | null => {
		const chunk: unknown = stdin.read();
		if (chunk === null) {
			return null;
		}

		const {text, reports} = readReports(String(chunk));
		for (const report of reports) {
			for (const listener of listeners) {
				listener(report);
			}
		}

		return text;
	};

	return {
		stdin: new Proxy(stdin, {
			get(target, key) {
				const value: unknown = key === 'read' ? read : Reflect.get(target, key, target);
				return typeof value === 'function' ? value.bind(target) : value;
			},
		}),
		reports: {
			subscribe(listener) {
				listeners.add(listener);
				return () => void listeners.delete(listener);
			},
		},
	};
};
