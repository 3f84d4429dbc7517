/** Where a job begins, and where its summary returns to. */
export type RestingPlace =
	| {readonly name: 'activities'}
	/** One activity by its id; `top` is the first lap in sight. */
	| {readonly name: 'detail'; readonly id: string; readonly top: number};
