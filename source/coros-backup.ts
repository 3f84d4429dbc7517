#!/usr/bin/env node
import {ensureHome} from './commands/home.js';
import {runProcess} from './commands/run-process.js';

// The Python tool of this name knew one command only.
ensureHome();
await runProcess(['backup', ...process.argv.slice(2)]);
