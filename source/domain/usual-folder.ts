/** The folder of a backup where nobody chose one, below the folder the program was started in. */
export const usualFolder = (profile: string | undefined, isDemo = false): string => {
	const folder = isDemo ? 'coros_demo_activities' : 'coros_activities';
	return profile === undefined ? folder : `${folder}_${profile}`;
};
