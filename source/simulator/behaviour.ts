import type {TokenLimits} from './accounts.js';
import type {ServedActivity} from './served-activity.js';

/**
 * What can go wrong with one request. The first group may meet any request, the second file bodies
 * only.
 */
export const apiFaults = [
	'reset',
	'http-500',
	'http-502',
	'too-many',
	'too-many-silent',
	'unauthorized',
	'forbidden',
	'html',
	'torn-json',
	'wrong-shape',
	'bare-value',
	'refused',
	'dead-token',
	'not-found',
	'redirect',
	'stall',
	'stall-body',
	'drip',
] as const;

export const fileFaults = [
	'reset',
	'http-500',
	'http-502',
	'too-many',
	'too-many-silent',
	'html',
	'stall',
	'cut',
	'short',
	'empty',
	'corrupt',
	'swapped',
	'not-found',
	'forbidden',
	'slow',
	'redirect',
	'redirect-loop',
	'gzip',
	'stall-body',
	'drip',
] as const;

export type ApiFault = (typeof apiFaults)[number];
export type FileFault = (typeof fileFaults)[number];
export type Fault = ApiFault | FileFault;

/** One request as a test sees it. */
export type SimulatedRequest = {
	/** `us`, `eu`, `cn`, `sg` or `file`. */
	readonly host: string;
	readonly method: string;
	readonly path: string;
	readonly query: Readonly<Record<string, string>>;
	readonly headers: Readonly<Record<string, string | string[] | undefined>>;
	readonly body: string;
	/** How many requests for the same thing came before. */
	readonly earlier: number;
};

/**
 * The knobs: every behaviour that public clients met or disagree about. Read at each request, so a
 * test may turn them while a backup runs.
 */
export type Behaviour = TokenLimits & {
	/** What a host answers to the login of another region's account. */
	wrongHostLogin: 'token' | '1030';
	/** Which password forms are accepted, and what the refused one is told. */
	md5Form: 'accepted' | '1031' | '1030';
	bcryptForm: 'accepted' | '1031' | '1030';
	/** How login writes `regionId`. */
	regionId: 'number' | 'string' | 'missing' | 'unknown';
	/** The answer for a format that does not exist; `mixed` picks one by the activity's id. */
	missingFormat: 'no-data' | 'empty-data' | 'empty-url' | 'refusal' | 'mixed';
	/** Activities that appear right after the first page of the next listing was served. */
	arriving: ServedActivity[];
	/** Added to the list's `count`. */
	countOffset: number;
	/** Writes `labelId` as a JSON number, as defensive clients expect it to happen. */
	numericIds: boolean;
	/** What the detail request answers: as usual, without its summary, or a megabyte of it. */
	detail: 'usual' | 'no-summary' | 'large';
	/** How many fetches of a generated file (all but FIT) find nothing yet. */
	generatedAfterFetches: number;
	/** Links carry a signature and die after this long. */
	signedLinkLifetimeMs: number | undefined;
	/** Whether the file host names the MD5 in `ETag`, as S3 does. */
	etag: boolean;
	/** The `ETag` looks like an MD5 and is none, as with some kinds of encryption at rest. */
	foreignEtag: boolean;
	latencyMs: number;
	/** All files together, in bytes a second. */
	bandwidth: number | undefined;
	/** Replaces the address of a file link. */
	rewriteLink: ((url: string) => string) | undefined;
	/** Seconds in `Retry-After` of `too-many`. */
	retryAfterSeconds: number;
	/** What `Retry-After` says instead. */
	retryAfterText: string | undefined;
	/** Decides the fault of each request. */
	fault: (request: SimulatedRequest) => Fault | undefined;
};

export const defaultBehaviour = (): Behaviour => ({
	wrongHostLogin: 'token',
	md5Form: 'accepted',
	bcryptForm: 'accepted',
	regionId: 'number',
	missingFormat: 'mixed',
	arriving: [],
	countOffset: 0,
	numericIds: false,
	detail: 'usual',
	generatedAfterFetches: 0,
	signedLinkLifetimeMs: undefined,
	etag: true,
	foreignEtag: false,
	latencyMs: 0,
	bandwidth: undefined,
	rewriteLink: undefined,
	retryAfterSeconds: 1,
	retryAfterText: undefined,
	fault: () => undefined,
});
