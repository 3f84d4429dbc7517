import {useInsertionEffect} from 'react';

/** Keeps the output as plain as the symbols: before the frame that needs it, so no later effect will do. */
export const useSigns = (setPlain: (isPlain: boolean) => void, isPlain: boolean) => {
	useInsertionEffect(() => setPlain(isPlain), [setPlain, isPlain]);
};
