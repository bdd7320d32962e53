// Merges an index's segments again and again, as an index worker of the library does beside the thread that answers; what comes of it is deleted.
import fs from 'node:fs';
import path from 'node:path';
import { parentPort, workerData } from 'node:worker_threads';
import { realDisk } from '../../../main/core/base/disk-calls.ts';
import { mergeFiles } from '../../../main/core/index/search-index.ts';

/** @type {{ folder: string, merge: import('../../../main/core/index/search-index.ts').Merge }} */
const { folder, merge } = workerData;
// oxlint-disable-next-line require-post-message-target-origin -- a worker, no window
parentPort?.postMessage('begins');
for (;;) fs.rmSync(path.join(folder, mergeFiles(realDisk, folder, merge)));
