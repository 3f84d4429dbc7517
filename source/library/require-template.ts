import {templateFault, toTemplate} from '../domain/name-template.js';

/** A template by itself or by the name of a preset. Throws `TypeError` for a text that is neither. */
export const requireTemplate = (text: string | undefined): string | undefined => {
	const template = text === undefined ? undefined : toTemplate(text);
	if (text !== undefined && template === undefined) {
		throw new TypeError(`“${text}” cannot be a nameTemplate: ${templateFault(text)}.`);
	}

	return template;
};
