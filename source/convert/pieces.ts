const pieceLength = 64 * 1024;

/** Joins small texts into pieces that are worth a write each. The last may be short. */
export function* inPieces(texts: Iterable<string>): Generator<string, void, undefined> {
	let piece = '';
	for (const text of texts) {
		piece += text;
		if (piece.length >= pieceLength) {
			yield piece;
			piece = '';
		}
	}

	if (piece !== '') yield piece;
}
