#!/usr/bin/env node
import {start} from './commands/start.js';

await start(process.argv.slice(2));
