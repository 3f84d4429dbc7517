import type {ServerResponse} from 'node:http';
import type {Fault} from './behaviour.js';
import {send, sendHtml} from './respond.js';

/** Plays a fault that any request can meet; false for one that is about file bodies. */
export const playFault = (
	response: ServerResponse,
	fault: Fault,
	retryAfterSeconds: number,
): boolean => {
	switch (fault) {
		case 'reset':
			response.destroy();
			return true;
		case 'http-500':
			sendHtml(response, 500);
			return true;
		case 'http-502':
			sendHtml(response, 502);
			return true;
		case 'too-many':
			send(response, 429, 'text/html', '<html>Too many requests</html>', {
				'retry-after': String(retryAfterSeconds),
			});
			return true;
		case 'too-many-silent':
			sendHtml(response, 429);
			return true;
		case 'unauthorized':
			sendHtml(response, 401);
			return true;
		case 'forbidden':
			sendHtml(response, 403);
			return true;
		case 'html':
			sendHtml(response, 200);
			return true;
		case 'torn-json':
			send(response, 200, 'application/json', '{"result":"0000","message":"OK","da');
			return true;
		case 'stall':
			return true; // Says nothing and keeps the line open; closed with the host.
		default:
			return false;
	}
};
