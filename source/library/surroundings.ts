/** What the environment says of where COROS and the settings are; nothing of who somebody is. */
export type Surroundings = {
	/** `COROS_TUI_BASE_URL`: other API hosts, as `--base-url` takes them. */
	readonly baseUrl: string | undefined;
	/** `COROS_TUI_CONFIG_DIR`: where `coros-tui login` keeps the session. */
	readonly configFolder: string | undefined;
};

/** Reads the environment. An empty variable is none. */
export const readSurroundings = (): Surroundings => ({
	baseUrl: process.env.COROS_TUI_BASE_URL || undefined,
	configFolder: process.env.COROS_TUI_CONFIG_DIR || undefined,
});
