// Stands in for semver in the bundle: this program gives conf no migrations.
// biome-ignore lint/style/noDefaultExport: conf imports the default.
export default new Proxy(
	{},
	{
		get: () => () => {
			throw new Error('there is no semver in this bundle');
		},
	},
);
