#!/usr/bin/env node
import {runProcess} from './commands/run-process.js';

// The Python tool of this name knew one command only.
await runProcess(['backup', ...process.argv.slice(2)]);
