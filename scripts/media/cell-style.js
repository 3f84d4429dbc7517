// Colours of a terminal's cells, as CSS.

const dark = {
	background: '#15181e',
	foreground: '#d5dae3',
	palette: [
		'#3b4252',
		'#e5707a',
		'#8fc98a',
		'#e3c27a',
		'#7aa6e8',
		'#c08fd6',
		'#76c3c9',
		'#d5dae3',
		'#616b7d',
		'#f08a92',
		'#a6dba0',
		'#f0d494',
		'#97bbf2',
		'#d3a8e6',
		'#93d6db',
		'#ffffff',
	],
};

/** The colours pictures are made with. */
export const screenColours = {background: dark.background, foreground: dark.foreground};

const steps = [0, 95, 135, 175, 215, 255];

const fromIndex = (index) => {
	if (index < 16) {
		return dark.palette[index];
	}

	if (index >= 232) {
		const grey = 8 + (index - 232) * 10;
		return `rgb(${grey},${grey},${grey})`;
	}

	const cube = index - 16;
	return `rgb(${steps[Math.floor(cube / 36)]},${steps[Math.floor(cube / 6) % 6]},${steps[cube % 6]})`;
};

const toColour = (mode, value, fallback) => {
	switch (mode) {
		case 0x1000000:
		case 0x2000000:
			return fromIndex(value);
		case 0x3000000:
			return `#${value.toString(16).padStart(6, '0')}`;
		default:
			return fallback;
	}
};

/** How a cell looks: foreground, background where it has one, bold, faint, underlined. */
export const styleOf = (cell) => {
	const own = toColour(cell.getFgColorMode(), cell.getFgColor(), dark.foreground);
	const ground = toColour(cell.getBgColorMode(), cell.getBgColor(), undefined);
	const inverse = cell.isInverse() !== 0;
	return {
		colour: inverse ? (ground ?? dark.background) : own,
		ground: inverse ? own : ground,
		bold: cell.isBold() !== 0,
		faint: cell.isDim() !== 0,
		underlined: cell.isUnderline() !== 0,
	};
};
