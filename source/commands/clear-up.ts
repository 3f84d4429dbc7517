import {getHeapStatistics, setFlagsFromString} from 'node:v8';

/**
 * Has V8 clear up early. Left to itself, it lets a heap that holds a long list grow to twice its size
 * before it does, and the process keeps that. From the start: a limit that has been set once is kept.
 */
export const clearUpEarly = (): void => setFlagsFromString('--heap-growing-percent=25');

/** Twice as much is no more than a process of the usual size. */
const smallHeap = 96 * 1024 * 1024;

/**
 * Has it clear up as it would by itself, where the heap is small: there it is files on their way that
 * fill it, several times a second, and each time a key may have to wait.
 */
export const clearUpSeldom = (): void => {
	if (getHeapStatistics().used_heap_size < smallHeap) {
		setFlagsFromString('--heap-growing-percent=100');
	}
};
