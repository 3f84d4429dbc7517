/** What a script needs to know, at the end of `backup --help`. */
const exitCodesHelp = `Exit codes
  0    all done (a format that COROS does not have is no failure)
  1    unexpected error
  2    wrong usage
  3    finished, but something failed; what succeeded is kept
  4    sign-in failed or needed
  5    COROS unreachable or answering nonsense
  6    another run is using this folder
  7    verify found damage, or could not mend it
  130  interrupted with Ctrl-C; 143 by SIGTERM; what was finished is kept`;

/** The same at the end of `doctor --help`: the worst problem decides. */
const doctorExitCodesHelp = `Exit codes
  0  all well; warnings may be left
  1  the backup folder cannot be written
  2  the folder is another account's
  5  COROS cannot be reached
  4  nobody is signed in, or the session has ended
  6  another run is using the folder
  7  files of the backup are gone
Of several problems the one that stands first here decides.
The report holds no e-mail, user id, token or home folder:
it can be pasted into an issue.`;

/** What nobody can guess of `convert`. */
const convertHelp = `No account and no network are needed. A file is named after its FIT file
and dated by the activity's start; what is there already stays. GPX and KML
are routes: an indoor activity has none. TCX has laps. The CSV has a row for
every sample and is called .samples.csv, since COROS's own .csv has a row for
every lap. Of a damaged FIT file what can be read is converted, with a warning
and exit code 3.

Exit codes
  0    all done (no GPX and KML where there is no route: no failure)
  2    wrong usage
  3    a file could not be read, or not to its end, or nothing could be made
  130  interrupted with Ctrl-C; what was finished is kept`;

/** What nobody can guess of `adopt`. */
const adoptHelp = `For the folder of corosexport, CorosLink, coros-api or coros_data_extractor:
name it with --backup-dir. A file is known by the activity's id at the end of
its name, and keeps that name. Whole files are never fetched again. Damaged
ones are kept in damaged/, and the next backup fetches them, and what is
missing. Foreign files are left alone. backup does the same on its own.

Exit codes
  0    all done, whatever was found
  1    the disk refused something
  2    wrong usage
  6    another run is using this folder
  130  interrupted with Ctrl-C; what was found so far is kept`;

/** What nobody can guess of `relayout`. */
const relayoutHelp = `A template is made of these fields, with / between folders:
  {id} {date} {year} {month} {day} {time} {hour} {minute} {second}
  {sport} {name} {device}
It ends in {id}. Presets:
  corosexport    {date}_{id}, as it is without any
  by-year        {year}/{date}_{id}
  goldencheetah  {year}_{month}_{day}_{hour}_{minute}_{second}.{id}
The folder keeps the template: later backups name their files by it. Without
--name-template, all files get the names of the one it has. Nothing is fetched
or replaced; a run that was cut off is finished by the next.

Exit codes
  0    all done
  1    the disk refused something
  2    wrong usage
  3    files kept their name: the new one was taken, or could not be known
  6    another run is using this folder
  130  interrupted with Ctrl-C; what was renamed stays so`;

/** What stands below the flags in a command's help, by its word. */
export const epilogues: Readonly<Record<string, string>> = {
	backup: exitCodesHelp,
	verify: exitCodesHelp,
	adopt: adoptHelp,
	relayout: relayoutHelp,
	doctor: doctorExitCodesHelp,
	convert: convertHelp,
};

/** Command lines to try, with what they do. */
export const examples: Readonly<
	Record<string, ReadonlyArray<readonly [line: string, does: string]>>
> = {
	convert: [
		['$0 convert ride.fit --to gpx', 'ride.gpx beside it'],
		['$0 convert ~/coros --to all', 'Every FIT file of a folder'],
		['$0 convert 476018273645 --to tcx', 'A saved activity, by its id'],
	],
};
