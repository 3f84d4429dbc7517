import {createContext, useContext} from 'react';
import {type Theme, themeFor} from './theme.js';

/** The looks of this run. */
export const ThemeContext = createContext<Theme>(themeFor('auto', 'dark'));

export const useTheme = (): Theme => useContext(ThemeContext);
