/** What recorded an activity. */
export type Watch = {
	/** As the list and the FIT's `product_name` write it. */
	readonly name: string;
	/** Six hex digits of the list's `deviceId`. */
	readonly deviceId: string;
	/** FIT product number under manufacturer 294; 0 for somebody else's device. */
	readonly product: number;
	/** Whether runs carry the developer field "Effort Pace", which newer firmware writes. */
	readonly hasEffortPace: boolean;
	/** FIT profile version in the file header. */
	readonly profile: number;
	/** Days before the account's last day on which it was first worn. */
	readonly wornSince: number;
};

const watches: readonly [Watch, ...Watch[]] = [
	{
		name: 'COROS APEX 2 Pro',
		deviceId: '9A14C7',
		product: 822,
		hasEffortPace: true,
		profile: 2178,
		wornSince: 420,
	},
	{
		name: 'COROS PACE 3',
		deviceId: '81D0B3',
		product: 804,
		hasEffortPace: true,
		profile: 2178,
		wornSince: 975,
	},
	{
		name: 'COROS PACE 2',
		deviceId: '76F2E9',
		product: 802,
		hasEffortPace: false,
		profile: 2178,
		wornSince: Number.POSITIVE_INFINITY,
	},
];

/** A bike computer of another maker, whose ride was uploaded by hand. */
export const importedDevice: Watch = {
	name: 'Wahoo ELEMNT BOLT',
	deviceId: '',
	product: 0,
	hasEffortPace: false,
	profile: 2178,
	wornSince: 0,
};

/** What an activity typed in by hand says it was recorded with. */
export const manualEntry: Watch = {...importedDevice, name: ''};

/** The watch on the wrist so many days before the account's last day. */
export const watchWorn = (daysBeforeEnd: number): Watch =>
	watches.find((watch) => daysBeforeEnd <= watch.wornSince) ?? watches[0];
