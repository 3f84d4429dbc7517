// Stands in for ajv and ajv-formats in the bundle: this program gives conf no schema.
export class Ajv2020 {
	constructor() {
		throw new Error('there is no ajv in this bundle');
	}
}

// biome-ignore lint/style/noDefaultExport: conf imports the default.
export default {default: () => {}};
