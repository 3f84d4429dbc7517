// Writes tables of the pages anew: keys in the readme, rooms in CONTRIBUTING.md, error codes in
// docs/json.md. The tests that compare them write instead.
import {runTests} from './run-tests.js';

const pages = ['test/ui/keys/readme', 'test/architecture', 'test/docs/json', 'test/recipes/page'];
runTests(pages, {WRITE_KEYS: '1'});
