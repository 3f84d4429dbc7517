import type {Activity} from '../activity.js';
import {foldCase} from '../fold.js';

/** What words are searched in where case does not count: the name without accents, in lower case. */
export const haystackOf = ({name}: Pick<Activity, 'name'>): string => foldCase(name, false);
