// Stands in for env-paths in the bundle. It asks for the user's home as it is loaded, and throws where
// there is none; this program names conf its folders.
const envPaths = () => {
	throw new Error('there is no env-paths in this bundle');
};

// biome-ignore lint/style/noDefaultExport: conf imports the default.
export default envPaths;
