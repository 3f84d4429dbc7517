import type {ServerResponse} from 'node:http';
import {type ExportFormat, exportFormats} from '../domain/export-format.js';
import type {SimulatedAccount} from './accounts.js';
import type {Behaviour, SimulatedRequest} from './behaviour.js';
import {chance} from './chance.js';
import type {FileStore} from './file-store.js';
import {sendData, sendRefusal} from './respond.js';

const apiCode = 'D755ECA8';

const fileTypes = ['csv', 'gpx', 'kml', 'tcx', 'fit'] as const satisfies readonly ExportFormat[];

const shapes = ['no-data', 'empty-data', 'empty-url', 'refusal'] as const;

const answerMissing = (
	response: ServerResponse,
	id: string,
	how: Behaviour['missingFormat'],
): void => {
	switch (how === 'mixed' ? shapes[Math.floor(chance('missing', id) * 4)] : how) {
		case 'no-data':
			sendData(response, apiCode);
			return;
		case 'empty-data':
			sendData(response, apiCode, {});
			return;
		case 'empty-url':
			sendData(response, apiCode, {fileUrl: ''});
			return;
		default:
			sendRefusal(response, '1001');
	}
};

/**
 * `POST` or `GET /activity/detail/download`: a link to the file host. Text formats are made at this
 * moment; before it they are not on the file host at all.
 */
export const answerDownload = (
	{query}: SimulatedRequest,
	response: ServerResponse,
	account: SimulatedAccount,
	behaviour: Behaviour,
	files: FileStore,
): void => {
	const activity = account.activities.find(({id}) => id === query.labelId);
	const format = fileTypes[Number(query.fileType)];
	const sport = query.sportType;
	const known = sport === '100' || sport === String(activity?.item.sportType);
	if (!activity || !format || !exportFormats.includes(format) || !known) {
		sendRefusal(response, '1001');
		return;
	}

	const url = files.publish(account, activity, format);
	if (url === undefined) {
		answerMissing(response, activity.id, behaviour.missingFormat);
		return;
	}

	sendData(response, apiCode, {fileUrl: behaviour.rewriteLink?.(url) ?? url});
};
