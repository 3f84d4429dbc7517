/**
 * The library: one account's data (`connect`), the backup of a folder (`Coros.backUp`), its check
 * (`verify`) and repair (`Coros.repair`), taking over another program's folder (`adopt`) and naming its files anew (`relayout`),
 * what a FIT file holds (`decodeFit`, `checkFit`), and the parts these are made of.
 *
 * @module
 */

export type {AdoptEvent, AdoptSummary} from './backup/adopt-folder.js';
export {backUp} from './backup/back-up.js';
export type {BackUpOptions} from './backup/back-up-options.js';
export type {BackupEvent, BackupSummary, Transfer} from './backup/event.js';
export type {KnownList, Listing} from './backup/listing.js';
export {
	type ActiveTransfer,
	type BackupProgress,
	initialProgress,
	reduceProgress,
} from './backup/progress.js';
export type {RelayoutEvent, RelayoutSummary} from './backup/relayout.js';
export {type RepairEvent, type RepairSummary, repairArchive} from './backup/repair.js';
export {createTransferControl, type TransferControl} from './backup/transfer-control.js';
export {type VerifyEvent, type VerifyProblem, verifyArchive} from './backup/verify.js';
export {type ConvertFormat, convertFormats} from './convert/convert-format.js';
export type {ConvertOptions} from './convert/options.js';
export {csvColumns, toCsv} from './convert/to-csv.js';
export {toGpx} from './convert/to-gpx.js';
export {toKml} from './convert/to-kml.js';
export {toTcx} from './convert/to-tcx.js';
export type {Account} from './coros/account.js';
export type {SignInContext} from './coros/ask-api.js';
export {
	type CorosClient,
	type CorosClientOptions,
	createCorosClient,
	type Download,
} from './coros/client.js';
export type {RemoteFile} from './coros/fetch-file.js';
export {corosHosts, type Hosts, parseBaseUrl} from './coros/hosts.js';
export {createHttp, type Http} from './coros/http.js';
export type {ListOutcome, ListPage, ListWindow} from './coros/list.js';
export {createPace, type Pace} from './coros/pace.js';
export {
	adoptToken,
	answerChallenge,
	type SignInOptions,
	type SignInResult,
	signIn,
} from './coros/sign-in.js';
export {type Archive, type ArchiveFile, openArchive} from './disk/archive.js';
export type {ArchiveAccount, ArchiveEntry} from './disk/archive-entry.js';
export type {Activity} from './domain/activity.js';
export {defaultFormats, type ExportFormat, exportFormats} from './domain/export-format.js';
export {type ErrorCode, type ErrorReport, isKnownError, KnownError} from './domain/known-error.js';
export {type Region, regions} from './domain/region.js';
export type {RetryPolicy} from './domain/retry.js';
export {type Selection, selectActivities} from './domain/selection.js';
export type {Credentials, Session, TwoFactorChallenge} from './domain/session.js';
export {type Sport, type SportFamily, toSport} from './domain/sport.js';
export {version} from './domain/version.js';
export {checkFit, createFitCheck, type FitCheck, type FitVerdict} from './fit/check-fit.js';
export {decodeFit} from './fit/decode-fit.js';
export type {
	FitActivity,
	FitDevice,
	FitLap,
	FitPause,
	FitRecords,
	FitSession,
	FitSummary,
} from './fit/fit-activity.js';
export type {BackUpFolderOptions} from './library/back-up-folder.js';
export {type Coros, connect} from './library/connect.js';
export type {CodeSource, ConnectOptions, Identity} from './library/connect-options.js';
export {
	type AdoptFolderOptions,
	adopt,
	type RelayoutFolderOptions,
	relayout,
} from './library/own-folder.js';
export {type Profile, profiles} from './library/profiles.js';
export type {RepairFolderOptions} from './library/repair-folder.js';
export type {BackupRun, RepairRun, Run} from './library/run.js';
export {verify} from './library/verify-folder.js';
