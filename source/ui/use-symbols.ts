import {createContext, useContext} from 'react';
import {type Symbols, unicodeSymbols} from './symbols.js';

/** Which signs this terminal gets. */
export const SymbolsContext = createContext<Symbols>(unicodeSymbols);

export const useSymbols = (): Symbols => useContext(SymbolsContext);
