import {expect, test} from 'vitest';
import {decodeFirstLine, decodeText} from '../../source/commands/decode-text.js';

const utf16 = (text: string) => Buffer.from(`\uFEFF${text}`, 'utf16le');

test.each([
	['demo', 'demo'],
	['demo\n', 'demo'],
	['demo\r\nuser: ann\r\n', 'demo'],
	['\uFEFFpäss 小明\r\n', 'päss 小明'],
	['\nsecond\n', ''],
	['', ''],
])('the first line of %j is %j', (text, line) => {
	expect(decodeFirstLine(Buffer.from(text))).toBe(line);
	if (text !== '') {
		expect(decodeFirstLine(utf16(text.replace('\uFEFF', '')))).toBe(line);
	}
});

test('what is neither is not guessed at', () => {
	const latin = Buffer.from('päss', 'latin1');
	expect(decodeText(latin)).toBeUndefined();
	expect(decodeFirstLine(latin)).toBeUndefined();
	expect(decodeFirstLine(Buffer.concat([Buffer.from('demo\n'), latin]))).toBe('demo');
	expect(decodeText(utf16('demo').subarray(0, 5))).toBeUndefined();
	expect(decodeText(utf16('demo\r\n'))).toBe('demo\r\n');
});
