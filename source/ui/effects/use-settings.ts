import {useEffect, useRef} from 'react';
import {toErrorReport} from '../../domain/known-error.js';
import type {Settings} from '../../domain/settings.js';
import type {Services} from '../../services/services.js';
import type {Dispatcher} from './use-model.js';

/** Saves the settings as they change, and tells which folder that leads to. */
export const useSettings = (services: Services, settings: Settings, dispatch: Dispatcher): void => {
	const saved = useRef(settings);
	useEffect(() => {
		if (saved.current === settings) {
			return;
		}

		saved.current = settings;
		try {
			services.saveSettings(settings);
			dispatch({type: 'settings-saved', folder: services.folder});
		} catch (error) {
			dispatch({type: 'settings-failed', error: toErrorReport(error)});
		}
	}, [services, settings, dispatch]);
};
