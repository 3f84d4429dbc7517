/**
 * Stands near the beginning of every file that was made here from a FIT file, and never in one of
 * COROS's own: the file itself tells the two apart, whatever became of the archive's state.
 */
export const madeHereMark = 'Made by coros-tui from the FIT file';
