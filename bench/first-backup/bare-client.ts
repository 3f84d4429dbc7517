import {Agent, request} from 'node:http';

/** What a bare client is to do: for each activity a link and the file behind it. */
export type Errand = {
	readonly host: string;
	readonly token: string;
	readonly ids: readonly string[];
	readonly fileTypes: readonly number[];
	/** Requests at once. */
	readonly places: number;
};

const ask = (agent: Agent, method: string, url: string, token: string): Promise<Buffer> =>
	new Promise((resolve, reject) => {
		const headers = token === '' ? {} : {accesstoken: token};
		request(url, {agent, method, headers}, (response) => {
			const chunks: Buffer[] = [];
			response.on('data', (chunk: Buffer) => chunks.push(chunk));
			response.on('end', () => resolve(Buffer.concat(chunks)));
			response.on('error', reject);
		})
			.on('error', reject)
			.end();
	});

/**
 * Fetches everything and keeps nothing: no check, no disk, no list. What the machine and the
 * simulator allow, in milliseconds; with one place, the way of a script that asks one thing at a time.
 */
export const fetchBarely = async (errand: Errand): Promise<number> => {
	const {host, token, ids, fileTypes, places} = errand;
	const agent = new Agent({keepAlive: true, maxSockets: places});
	const files = ids.flatMap((id) => fileTypes.map((type) => ({id, type})));
	const startedAt = performance.now();
	await Promise.all(
		Array.from({length: places}, async () => {
			for (let file = files.shift(); file; file = files.shift()) {
				const path = `/activity/detail/download?labelId=${file.id}&sportType=100&fileType=${file.type}`;
				const link = JSON.parse(String(await ask(agent, 'POST', host + path, token))) as {
					readonly data: {readonly fileUrl: string};
				};
				await ask(agent, 'GET', link.data.fileUrl, '');
			}
		}),
	);
	const ms = performance.now() - startedAt;
	agent.destroy();
	return ms;
};
