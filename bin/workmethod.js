#!/usr/bin/env node
import { setFlagsFromString } from 'node:v8';
import { main } from '../dist/cli/main.js';

// By default the V8 of Node 20 spends the first seconds of a run on inlining hundreds of functions into each other, for code that is no
// faster in the end. Other versions are left as they are: one that does not know the flag would complain on standard error.
if (process.versions.v8.startsWith('11.')) setFlagsFromString('--max-inlined-bytecode-size-cumulative=200');

process.exitCode = await main(process.argv.slice(2));
