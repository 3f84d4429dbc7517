/**
 * Reads a body piece by piece until it ends or the signal aborts, then throws the signal's reason.
 * Not left to `fetch`: once its request is garbage, an abort no longer reaches the body (undici
 * holds it weakly), and a reader would wait for ever.
 */
export async function* readBody(
	body: ReadableStream<Uint8Array> | null | undefined,
	signal: AbortSignal,
): AsyncGenerator<Uint8Array> {
	if (!body) {
		return;
	}

	const reader = body.getReader();
	// A cancelled reader's waiting `read` comes back as if the body had ended.
	const cancel = () => void reader.cancel(signal.reason).catch(() => {});
	signal.addEventListener('abort', cancel, {once: true});
	try {
		signal.throwIfAborted();
		for (;;) {
			const {done, value} = await reader.read();
			signal.throwIfAborted();
			if (done) {
				return;
			}

			yield value;
		}
	} finally {
		signal.removeEventListener('abort', cancel);
		cancel();
	}
}
