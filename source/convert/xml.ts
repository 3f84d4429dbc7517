import {madeHereMark} from '../domain/made-here.js';

/** Characters that XML 1.0 cannot hold at all, halves of characters among them. */
const illegal = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]|\p{Surrogate}/gu;

const entities: Readonly<Record<string, string>> = {
	'&': '&amp;',
	'<': '&lt;',
	'>': '&gt;',
	'"': '&quot;',
	"'": '&apos;',
};

/** What XML can hold of a text, without white space around it. */
export const toXmlText = (text: string | undefined): string =>
	(text ?? '').replace(illegal, '').trim();

/** Text as it may stand between tags or in an attribute. */
export const escapeXml = (text: string): string =>
	toXmlText(text).replace(/[&<>"']/g, (sign) => entities[sign] ?? sign);

/** An element around markup, or nothing where there is nothing to say. */
export const element = (name: string, content: string): string =>
	content === '' ? '' : `<${name}>${content}</${name}>`;

/** An element around text. */
export const textElement = (name: string, text: string | undefined): string =>
	element(name, escapeXml(text ?? ''));

/** What every document begins with. */
export const xmlOpening = `<?xml version="1.0" encoding="UTF-8"?>\n<!-- ${madeHereMark} -->\n`;
