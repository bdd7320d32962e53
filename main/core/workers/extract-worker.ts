import { parentPort } from 'node:worker_threads';
import { assert } from '../base/assert.ts';
import { assertSanitizerWorks } from '../extract/html/sanitize-html.ts';
import { prepareSome } from '../import/prepare-some.ts';
import { serveCalls } from './worker-link.ts';

// Before the first stranger's page: a sanitizer that lets things through must not go unnoticed.
assertSanitizerWorks();

const calls = { prepareSome };
export type ExtractCalls = typeof calls;

assert(parentPort, 'extract-worker runs as a worker');
serveCalls(parentPort, calls);
