// Stands in for react-devtools-core in the bundle.
export const initialize = () => {};
export const connectToDevTools = () => {};
// biome-ignore lint/style/noDefaultExport: Ink imports the default.
export default {initialize, connectToDevTools};
