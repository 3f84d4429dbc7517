import {createHash} from 'node:crypto';
import type {Credentials} from '../domain/session.js';

/** `accountType` of e-mail accounts; every public client sends 2. */
const emailAccount = 2;

const toMd5Hex = (text: string): string => createHash('md5').update(text, 'utf8').digest('hex');

/** The older form: the MD5 of the password. Public clients still used it in October 2026. */
export const toMd5Form = ({email, password}: Credentials) => ({
	account: email,
	accountType: emailAccount,
	pwd: toMd5Hex(password),
});

/**
 * The web app's form: bcrypt, cost 10, over the MD5's hex digits (not over the password itself),
 * with the salt beside it so that the server can repeat it.
 */
export const toBcryptForm = async ({email, password}: Credentials) => {
	const {genSalt, hash} = await import('bcryptjs');
	const salt = await genSalt(10);
	return {
		account: email,
		accountType: emailAccount,
		p1: await hash(toMd5Hex(password), salt),
		p2: salt,
	};
};
