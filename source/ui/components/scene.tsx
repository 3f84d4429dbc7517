import type {ReactNode} from 'react';
import type {Model} from '../model.js';
import {asciiSymbols, type Symbols, unicodeSymbols} from '../symbols.js';
import {themeFor} from '../theme.js';
import {SymbolsContext} from '../use-symbols.js';
import {ThemeContext} from '../use-theme.js';

/** The signs of a model, as far as the terminal has them. */
export const symbolsOf = ({settings}: Model, isPlain: boolean): Symbols =>
	isPlain || settings.symbols === 'ascii' ? asciiSymbols : unicodeSymbols;

/** What a model is drawn with: its signs and its colours. */
export const Scene = ({
	model,
	isPlain,
	children,
}: {
	readonly model: Model;
	/** Of a terminal with few signs beyond ASCII. */
	readonly isPlain: boolean;
	readonly children: ReactNode;
}) => (
	<SymbolsContext value={symbolsOf(model, isPlain)}>
		<ThemeContext value={themeFor(model.settings.theme, model.background)}>{children}</ThemeContext>
	</SymbolsContext>
);
