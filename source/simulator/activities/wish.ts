import type {ExportFormat} from '../../domain/export-format.js';
import type {PlannedLeg} from './activity-plan.js';
import type {DayNumber} from './calendar.js';
import type {Place} from './places.js';
import type {SessionKind} from './session-kind.js';
import type {Watch} from './watch.js';

/** A session somebody means to do: what is left open is rolled when it is planned. */
export type Wish = {
	readonly kind: SessionKind;
	readonly day: DayNumber;
	/** Local time of day of the start, in seconds. */
	readonly secondOfDay: number;
	readonly place?: Place;
	readonly name?: string;
	/** COROS sends `null`, or no name at all, for this one. */
	readonly unnamed?: 'null' | 'missing';
	readonly minutes?: number;
	readonly meters?: number;
	readonly ascent?: number;
	readonly heartRate?: number;
	readonly pauses?: number;
	readonly pauseSeconds?: number;
	readonly watch?: Watch;
	readonly formats?: readonly ExportFormat[];
	readonly legs?: readonly PlannedLeg[];
	/** Takes the place of whatever the training plan had around that day. */
	readonly comesFirst?: boolean;
};
