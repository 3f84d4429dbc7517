/** Characters that XML 1.0 cannot hold at all: COROS's server drops them. */
const illegal = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g;

const entities: Readonly<Record<string, string>> = {
	'&': '&amp;',
	'<': '&lt;',
	'>': '&gt;',
	'"': '&quot;',
};

/** Text as it may stand between tags or in an attribute. */
export const escapeXml = (text: string): string =>
	text.replace(illegal, '').replace(/[&<>"]/g, (sign) => entities[sign] ?? sign);
