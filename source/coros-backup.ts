#!/usr/bin/env node
import {enableCompileCache} from './commands/compile-cache.js';
import {ensureHome} from './commands/home.js';

// The Python tool of this name knew one command only.
ensureHome();
enableCompileCache();
const {runProcess} = await import('./commands/run-process.js');
await runProcess(['backup', ...process.argv.slice(2)]);
