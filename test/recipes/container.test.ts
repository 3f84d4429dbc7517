import {spawnSync} from 'node:child_process';
import {cpSync, mkdirSync, readFileSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import {expect, inject, onTestFinished, test} from 'vitest';
import {commandsFor} from '../docs/keepers.js';
import {projectRoot} from '../helpers/consumer.js';
import {npm} from '../package/npm.js';
import {canTry} from './for-real.js';
import {createWorld, example} from './world.js';

const [, base = ''] = /^FROM (\S+)$/m.exec(example('container/Containerfile'))!;

const isHere = canTry('container', 'linux', () => {
	const {error, status} = spawnSync('podman', ['image', 'exists', base]);
	if (error !== undefined) {
		return 'no podman';
	}

	if (status !== 0) {
		return `no image ${base}, which \`podman pull ${base}\` fetches`;
	}

	const started = spawnSync('podman', ['run', '--rm', base, 'true'], {encoding: 'utf8'});
	return started.status === 0 ? undefined : `podman starts nothing here, ${started.stderr.trim()}`;
});

const commands = commandsFor('test/recipes/container.test.ts', 'docs/recipes.md');

/** The package as it is published, but not from there: from the program under test. */
const pack = (folder: string): string => {
	const project = path.join(folder, 'package');
	mkdirSync(project);
	cpSync(inject('dist'), path.join(project, 'dist'), {recursive: true});
	const {version, type, bin, files} = JSON.parse(
		readFileSync(path.join(projectRoot, 'package.json'), 'utf8'),
	) as Record<string, unknown>;
	const manifest = {name: 'coros-tui', version, type, bin, files};
	writeFileSync(path.join(project, 'package.json'), JSON.stringify(manifest));
	const output = npm('npm', ['pack', '--json', '--pack-destination', folder], {
		cwd: project,
		home: folder,
	});
	return (JSON.parse(output) as [{filename: string}])[0].filename;
};

test.runIf(isHere)(
	'the image is built, and backs up into its volumes',
	{
		timeout: 600_000,
	},
	async () => {
		const {home, shell, simulator, writeSecret} = await createWorld();
		const context = path.join(home, 'context');
		mkdirSync(context);
		const tarball = pack(context);
		writeFileSync(
			path.join(context, 'Containerfile'),
			example('container/Containerfile').replace(
				'RUN npm install --global coros-tui ',
				`COPY ${tarball} /opt/\nRUN npm install --global /opt/${tarball} `,
			),
		);

		const name = `coros-tui-test-${process.pid}`;
		// podman keeps its images where its user's home says; nothing of it gets into a container.
		const here = async (line: string): Promise<string> => {
			const result = await shell(line, process.env);
			expect(result.code, `${line}\n${result.stderr}`).toBe(0);
			return result.stdout;
		};
		onTestFinished(() => {
			spawnSync('podman', ['rmi', '--force', name]);
			spawnSync('podman', ['volume', 'rm', '--force', `${name}-config`, name]);
			spawnSync('podman', ['secret', 'rm', name]);
		});

		const [build, keep, run, ...more] = commands;
		expect(more).toEqual([]);
		await here(build!.replace('--tag coros-tui examples/container', `--tag ${name} '${context}'`));
		const secret = writeSecret('coros');
		await here(keep!.replace('coros ~/.config/coros-password', `${name} '${secret}'`));
		const backUp = run!
			.replace('--secret coros', `--secret ${name},target=coros`)
			.replace('coros-config:', `${name}-config:`)
			.replace('--volume coros:', `--volume ${name}:`)
			// The simulator is on this machine.
			.replace(
				/ coros-tui$/,
				` --network host --env COROS_TUI_BASE_URL=${simulator.baseUrl} ${name}`,
			);
		expect(backUp.split(name)).toHaveLength(5);

		const logins = () => simulator.requests.filter(({path: asked}) => asked === '/account/login');
		expect(await here(backUp)).toBe('');
		expect(logins()).toHaveLength(1);
		const list = `podman run --rm --volume ${name}:/activities --entrypoint ls ${name} -1 /activities`;
		const files = (await here(list)).split('\n');
		expect(files.filter((file) => file.endsWith('.fit'))).toHaveLength(5);
		expect(files.filter((file) => file.endsWith('.tcx'))).toHaveLength(5);

		// The volumes keep session and files: the next run signs in no more, and fetches nothing.
		simulator.requests.length = 0;
		expect(await here(backUp)).toBe('');
		expect(logins()).toEqual([]);
		expect(simulator.requests.filter(({host}) => host === 'file')).toEqual([]);

		// And without any account.
		const demo = await here(`podman run --rm ${name} backup --demo --format fit --limit 3 --json`);
		expect(demo.split('\n').filter((line) => line.includes('"type":"saved"'))).toHaveLength(3);
	},
);
