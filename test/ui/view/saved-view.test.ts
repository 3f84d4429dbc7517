import {describe, expect, test} from 'vitest';
import {createModel} from '../../../source/ui/initial-model.js';
import {initialTable} from '../../../source/ui/table/table.js';
import {readView, viewOf} from '../../../source/ui/view/saved-view.js';
import {fc} from '../../helpers/fast-check.js';
import {makeActivities} from '../activities.js';
import {createFakeServices} from '../fake-services.js';
import {follow, openTable} from '../models.js';

const size = {columns: 80, rows: 24};

const store = (view: unknown): unknown => JSON.parse(JSON.stringify(view));

describe('what is remembered of the table', () => {
	test('comes back at the next start', () => {
		const model = follow(openTable(makeActivities(9)), 's', 'S', '/', 'r', 'u', 'enter', 'p', 'N');
		const view = store(viewOf(model));
		const again = createModel(createFakeServices({view: () => view}), size);
		expect(again.table).toMatchObject({
			sort: model.table.sort,
			filter: {text: 'ru', isTyping: false},
			chips: model.table.chips,
			isPreview: model.table.isPreview,
			axis: model.table.axis,
			extraColumns: model.table.extraColumns,
		});
		expect(model.table.sort).not.toEqual(initialTable.sort);
		expect(again.lastEmail).toBe('ann@example.org');
	});

	test('is the same object until something of it changes', () => {
		const model = openTable(makeActivities(9));
		const view = viewOf(model);
		expect(viewOf(follow(model, 'j', 'space', 'e', 'escape'))).toBe(view);
		expect(viewOf(follow(model, 's'))).not.toBe(view);
	});

	test('gives the e-mail of the last sign-in to the next', () => {
		const services = createFakeServices({
			session: () => undefined,
			view: () => ({email: 'ann@example.org'}),
		});
		expect(createModel(services, size).screen).toMatchObject({
			signIn: {email: {before: 'ann@example.org'}, focus: 'password'},
		});
	});

	test.each([
		[undefined],
		[null],
		['text'],
		[[1, 2]],
		[{sort: {column: 'toString', isDescending: true}}],
		[{sort: {column: 'date'}}],
		[{sort: 5, filter: 7, sports: 'x', days: 'ever', isOnlyNew: 'yes', email: {}}],
		[{filter: 'x'.repeat(1000), extraColumns: 1e9, isPreview: 1, sports: [null, 1.5, '3']}],
	])('is not believed when it is odd: %j', (stored) => {
		expect(readView(stored)).toEqual({table: initialTable, email: undefined});
	});

	test('never breaks the start, whatever is stored', () => {
		fc.assert(
			fc.property(fc.jsonValue(), (stored) => {
				const {table} = readView(stored);
				expect(viewOf(createModel(createFakeServices({view: () => stored}), size))).toMatchObject({
					sort: table.sort,
				});
			}),
		);
	});
});
