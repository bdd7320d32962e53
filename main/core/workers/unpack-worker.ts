import { parentPort } from 'node:worker_threads';
import { assert } from '../base/assert.ts';
import { UnpackSession, type ArchiveToUnpack, type NextRequest, type UnpackedGroup } from '../import/containers/unpack-session.ts';
import { HandedOver, serveCalls } from './worker-link.ts';

/** Larger files go over to the other thread; to copy small ones costs less. */
const HANDED_OVER_BYTES = 64 * 1024;

/** One archive at a time. */
let session: UnpackSession | undefined;

const calls = {
  open: (archive: ArchiveToUnpack): void => {
    session = new UnpackSession(archive);
  },
  next: async (request: NextRequest): Promise<HandedOver<UnpackedGroup>> => {
    assert(session, 'an archive is open');
    const group = await session.next(request);
    return new HandedOver(group, group.unpacked.flatMap((unpacked) => (unpacked.kind === 'file' ? memoryOf(unpacked.bytes) : [])));
  },
  /** Of an archive that came to its end: the worker of another is ended. */
  close: (): void => {
    session?.close();
    session = undefined;
  },
};
export type UnpackCalls = typeof calls;

function memoryOf({ buffer }: Uint8Array): ArrayBuffer[] {
  return buffer instanceof ArrayBuffer && buffer.byteLength >= HANDED_OVER_BYTES ? [buffer] : [];
}

assert(parentPort, 'unpack-worker runs as a worker');
serveCalls(parentPort, calls);
