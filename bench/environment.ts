/**
 * What a measured program finds in its environment: this machine's, but for the certificates that some
 * name there. Node reads them all at every start, which takes as long as starting.
 */
export const benchEnvironment = (): NodeJS.ProcessEnv => {
	const {NODE_EXTRA_CA_CERTS: _, ...environment} = process.env;
	return environment;
};
