import {stripVTControlCharacters} from 'node:util';
import {renderToString} from 'ink';
import type {Model} from '../../source/ui/model.js';
import {CurrentScreen} from '../../source/ui/screens/current-screen.js';
import type {Symbols} from '../../source/ui/symbols.js';
import {unicodeSymbols} from '../../source/ui/symbols.js';
import {SymbolsContext} from '../../source/ui/use-symbols.js';

/** The sizes every screen is looked at in. */
export const sizes = [
	{columns: 60, rows: 15},
	{columns: 80, rows: 24},
	{columns: 120, rows: 40},
	{columns: 200, rows: 60},
] as const;

/** A model as the window shows it, escapes and all. */
export const drawRaw = (model: Model, symbols: Symbols = unicodeSymbols): string =>
	renderToString(
		<SymbolsContext value={symbols}>
			<CurrentScreen model={model} />
		</SymbolsContext>,
		{columns: model.size.columns},
	);

/** A model as the window shows it, line by line, without colours. */
export const draw = (model: Model, symbols?: Symbols): readonly string[] =>
	stripVTControlCharacters(drawRaw(model, symbols)).split('\n');
