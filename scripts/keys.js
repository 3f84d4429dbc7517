// Writes tables of the pages anew: keys in the readme, rooms in CONTRIBUTING.md. The tests that
// compare them write instead.
import {runTests} from './run-tests.js';

runTests(['test/ui/keys/readme', 'test/architecture'], {WRITE_KEYS: '1'});
