/** Where `--verbose` writes, one line a fact. Lines are stamped and redacted by whoever keeps them. */
export type Log = (line: string) => void;

export const noLog: Log = () => {};
