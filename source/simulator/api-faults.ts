import type {ServerResponse} from 'node:http';
import type {Behaviour, Fault} from './behaviour.js';
import {send, sendHtml, sendRefusal} from './respond.js';

const dripMs = 20;

/** A byte now and then, for as long as somebody listens. */
const drip = (response: ServerResponse): void => {
	response.writeHead(200, {'content-length': '1000000'});
	const timer = setInterval(() => response.write(' '), dripMs);
	response.on('close', () => clearInterval(timer));
};

/** Plays a fault that any request can meet; false for one that is about file bodies. */
export const playFault = (
	response: ServerResponse,
	fault: Fault,
	{retryAfterSeconds, retryAfterText}: Behaviour,
	path: string,
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
				'retry-after': retryAfterText ?? String(retryAfterSeconds),
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
		case 'wrong-shape':
			send(response, 200, 'application/json', '{"result":"0000","message":"OK","data":[["x"]]}');
			return true;
		case 'bare-value':
			send(response, 200, 'application/json', '[1,null,"0000"]');
			return true;
		case 'stall-body':
			response.writeHead(200, {'content-length': '500'});
			response.write('{"result":');
			return true;
		case 'drip':
			drip(response);
			return true;
		case 'redirect-loop':
			send(response, 302, 'text/plain', '', {location: path});
			return true;
		case 'stall':
			return true; // Says nothing and keeps the line open; closed with the host.
		default:
			return false;
	}
};

/** Plays a fault that only the API knows; false for all others. */
export const playApiFault = (response: ServerResponse, fault: Fault, path: string): boolean => {
	switch (fault) {
		case 'refused':
			sendRefusal(response, '1001');
			return true;
		case 'dead-token':
			sendRefusal(response, '1019');
			return true;
		case 'not-found':
			sendHtml(response, 404);
			return true;
		case 'redirect':
			send(response, 302, 'text/plain', '', {location: path});
			return true;
		default:
			return false;
	}
};
