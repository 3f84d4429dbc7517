/** What a FIT file can be turned into. */
export const convertFormats = ['gpx', 'tcx', 'kml', 'csv'] as const;

export type ConvertFormat = (typeof convertFormats)[number];

export const isConvertFormat = (value: unknown): value is ConvertFormat =>
	convertFormats.includes(value as ConvertFormat);

/** How files end. The CSV says that it holds samples: COROS's own, of one row a lap, ends in `.csv`. */
export const extensionOf: Readonly<Record<ConvertFormat, string>> = {
	gpx: '.gpx',
	tcx: '.tcx',
	kml: '.kml',
	csv: '.samples.csv',
};
