import {expect, test} from 'vitest';
import {addToCrc} from '../../source/fit/crc.js';

const digits = new TextEncoder().encode('123456789');

test('gives the check value of CRC-16/ARC', () => {
	expect(addToCrc(0, digits, 0, 9)).toBe(0xbb3d);
});

test('goes on where it stopped', () => {
	expect(addToCrc(addToCrc(0, digits, 0, 4), digits, 4, 9)).toBe(0xbb3d);
});

test('comes to 0 over data followed by its checksum', () => {
	expect(addToCrc(0, Uint8Array.from([...digits, 0x3d, 0xbb]), 0, 11)).toBe(0);
});
