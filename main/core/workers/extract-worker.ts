import { parentPort } from 'node:worker_threads';
import { assert } from '../base/assert.ts';
import { readFeed } from '../extract/feed/read-feed.ts';
import { assertSanitizerWorks } from '../extract/html/sanitize-html.ts';
import { makeSnapshot } from '../extract/snapshot/make-snapshot.ts';
import type { SnapshotSource } from '../extract/snapshot/snapshot-source.ts';
import { prepareSome } from '../import/prepare-some.ts';
import { listMedia } from '../save/list-media.ts';
import { listPageParts } from '../save/list-page-parts.ts';
import { HandedOver, serveCalls } from './worker-link.ts';

// Before the first stranger's page: a sanitizer that lets things through must not go unnoticed.
assertSanitizerWorks();

const calls = {
  prepareSome,
  listMedia,
  listPageParts,
  readFeed,
  makeSnapshot: (source: SnapshotSource) => {
    const document = new TextEncoder().encode(makeSnapshot(source));
    return new HandedOver(document, [document.buffer]);
  },
};
export type ExtractCalls = typeof calls;

assert(parentPort, 'extract-worker runs as a worker');
serveCalls(parentPort, calls);
