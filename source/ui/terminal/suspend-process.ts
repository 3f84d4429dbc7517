// Longer than the system takes to stop a process, shorter than anybody notices.
const graceMs = 200;

/**
 * Stops this process and its shell's other ones of the same command, as Ctrl-Z does where no program
 * reads keys itself; resolves once it goes on. Where nobody could wake it the system does not stop
 * it, and it goes on at once.
 */
export const suspendProcess = (): Promise<void> =>
	new Promise((resolve) => {
		const goOn = () => {
			clearTimeout(timer);
			process.removeListener('SIGCONT', goOn);
			resolve();
		};
		process.once('SIGCONT', goOn);
		const timer = setTimeout(goOn, graceMs);
		if (process.platform === 'win32') {
			goOn();
		} else {
			process.kill(0, 'SIGTSTP');
		}
	});
