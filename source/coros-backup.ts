#!/usr/bin/env node
import {start} from './commands/start.js';

// The Python tool of this name knew one command only.
await start(['backup', ...process.argv.slice(2)]);
