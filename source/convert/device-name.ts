import type {FitDevice} from '../fit/fit-activity.js';
import {toXmlText} from './xml.js';

const coros = 294;

/** What recorded the activity; undefined where the file does not say. */
export const deviceName = ({manufacturer, productName}: FitDevice): string | undefined =>
	toXmlText(productName) || (manufacturer === coros ? 'COROS' : undefined);
