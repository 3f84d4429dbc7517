import {generateKeyPairSync, randomBytes, sign} from 'node:crypto';

const der = (tag: number, ...parts: readonly Uint8Array[]): Buffer => {
	const body = Buffer.concat(parts);
	const size = body.length;
	const length = size < 128 ? [size] : size < 256 ? [0x81, size] : [0x82, size >> 8, size & 255];
	return Buffer.concat([Buffer.from([tag, ...length]), body]);
};

const sequence = (...parts: readonly Uint8Array[]) => der(0x30, ...parts);
const hex = (text: string) => Buffer.from(text, 'hex');

// ecdsa-with-SHA256, commonName, subjectAltName, basicConstraints.
const algorithm = sequence(der(6, hex('2a8648ce3d040302')));
const commonName = hex('550403');
const alternativeNames = hex('551d11');
const basicConstraints = hex('551d13');

const toTime = (date: Date): Buffer =>
	der(
		0x17,
		Buffer.from(
			date
				.toISOString()
				.replaceAll(/[-:T]|\.\d+/g, '')
				.slice(2),
		),
	);

/**
 * A certificate that nobody signed but itself, for 127.0.0.1, as a company's inspection or a stranger
 * on the way would show one. Days count from now.
 */
export const selfSigned = ({
	from = -1,
	to = 1,
	address = [127, 0, 0, 1],
}: {
	readonly from?: number;
	readonly to?: number;
	readonly address?: readonly number[];
} = {}): {readonly key: string; readonly cert: string} => {
	const {publicKey, privateKey} = generateKeyPairSync('ec', {namedCurve: 'P-256'});
	const day = (days: number) => new Date(Date.now() + days * 86_400_000);
	const name = sequence(der(0x31, sequence(der(6, commonName), der(0x0c, Buffer.from('test')))));
	const extensions = sequence(
		sequence(der(6, alternativeNames), der(4, sequence(der(0x87, Buffer.from(address))))),
		sequence(der(6, basicConstraints), der(4, sequence(der(1, hex('ff'))))),
	);
	const body = sequence(
		der(0xa0, der(2, hex('02'))),
		der(2, Buffer.concat([hex('01'), randomBytes(8)])),
		algorithm,
		name,
		sequence(toTime(day(from)), toTime(day(to))),
		name,
		publicKey.export({type: 'spki', format: 'der'}),
		der(0xa3, extensions),
	);
	const whole = sequence(body, algorithm, der(3, hex('00'), sign('sha256', body, privateKey)));
	const lines = whole.toString('base64').replaceAll(/.{64}/g, '$&\n');
	return {
		key: privateKey.export({type: 'pkcs8', format: 'pem'}).toString(),
		cert: `-----BEGIN CERTIFICATE-----\n${lines}\n-----END CERTIFICATE-----\n`,
	};
};
