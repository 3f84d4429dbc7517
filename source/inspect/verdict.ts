/** Whether a file is whole and of its format; if not, `reason` says so in a short phrase. */
export type Verdict =
	| {
			readonly ok: true;
			/** When the activity began, Unix seconds; `undefined` where the file does not tell. */
			readonly startTime: number | undefined;
			/** Nothing in the file shows that it ends where it should: a cut would not be seen. */
			readonly openEnded?: true;
	  }
	| {
			readonly ok: false;
			readonly reason: string;
			/** Not even a broken file of the format: an apology of the server, or nothing at all. */
			readonly impostor?: true;
	  };

/** Judges a file while its bytes stream by, in bounded memory. Never throws. */
export type Inspector = {
	/** Takes the next bytes, cut anywhere. They are not kept: the caller may reuse them. */
	readonly write: (chunk: Uint8Array) => void;
	readonly end: () => Verdict;
};
