export {type BackUpOptions, backUp} from './backup/back-up.js';
export type {BackupEvent, BackupSummary, Transfer} from './backup/event.js';
export {
	type BackupProgress,
	initialProgress,
	reduceProgress,
} from './backup/progress.js';
export {type RepairEvent, type RepairSummary, repairArchive} from './backup/repair.js';
export {type VerifyEvent, type VerifyProblem, verifyArchive} from './backup/verify.js';
export type {SignInContext} from './coros/ask-api.js';
export {type CorosClient, createCorosClient} from './coros/client.js';
export {corosHosts, type Hosts} from './coros/hosts.js';
export {createHttp, type Http} from './coros/http.js';
export {createPace, type Pace} from './coros/pace.js';
export {
	adoptToken,
	answerChallenge,
	type SignInResult,
	signIn,
} from './coros/sign-in.js';
export {type Archive, openArchive} from './disk/archive.js';
export type {Activity} from './domain/activity.js';
export {type ExportFormat, exportFormats} from './domain/export-format.js';
export {type ErrorCode, type ErrorReport, isKnownError, KnownError} from './domain/known-error.js';
export {type Region, regions} from './domain/region.js';
export {type Selection, selectActivities} from './domain/selection.js';
export type {Credentials, Session, TwoFactorChallenge} from './domain/session.js';
export {type Sport, toSport} from './domain/sport.js';
export {version} from './domain/version.js';
