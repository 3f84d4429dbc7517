// Kills, refuses and tears everywhere, where npm test takes a sample: npm run crash. Half an hour.
import {runTests} from './run-tests.js';

runTests(['test/crash', 'test/disk'], {CRASH: 'all'});
