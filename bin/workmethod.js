#!/usr/bin/env node
import { setFlagsFromString } from 'node:v8';
import { main } from '../dist/cli/main.js';

// By default V8 spends the first seconds of a run on inlining hundreds of functions into each other: some 20 % of a run over 50 MB, for
// code that is no faster in the end. Unknown flags are ignored.
setFlagsFromString('--max-inlined-bytecode-size-cumulative=200');

process.exitCode = await main(process.argv.slice(2));
