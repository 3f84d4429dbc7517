import {useCursor} from 'ink';
import type {Model} from '../model.js';
import {panelPlace} from '../panel.js';

/** The terminal's own cursor, in that cell of a panel: input methods and readers follow it. */
export const Caret = ({
	model,
	line,
	column,
}: {
	readonly model: Model;
	readonly line: number;
	readonly column: number;
}) => {
	const {setCursorPosition} = useCursor();
	const {left, top} = panelPlace(model.size);
	setCursorPosition({x: left + column, y: 1 + top + line});
	return null;
};
