/** Header values of an answer by name, in small letters. */
export type ReplyHeaders = Readonly<Record<string, string | string[] | undefined>>;
