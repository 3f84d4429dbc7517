export type ThirdParty = {
	readonly name: string;
	readonly version: string;
	/** SPDX expression. */
	readonly license: string;
	/** Empty where the package has none. */
	readonly text: string;
};

export function isAllowed(license: string): boolean;
export function readThirdParties(): Promise<ThirdParty[]>;
export function licenseProblem(party: ThirdParty): string | undefined;
