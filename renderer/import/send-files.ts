import type { UploadItem } from './walk-dropped.ts';

/** What became of one file: handed over, or why not. */
export type Sent = { readonly ok: true } | { readonly ok: false; readonly reason: string; readonly lost: boolean };

/** Files on their way at one time: enough to hide the waiting, few enough to leave the library's host time for calls. */
const PARALLEL = 3;

interface SendOptions {
  readonly signal: AbortSignal;
  /** Hands one file over; `lost` in its answer means that there is nobody to hand the next one to. */
  readonly put: (path: string, file: File) => Promise<Sent>;
  readonly onSent: (path: string, sent: Sent) => void;
}

/** Hands over files a few at a time, taking the next one only when there is room. Stops early when told or when lost. */
export async function sendFiles(
  items: AsyncIterable<UploadItem> | Iterable<UploadItem>,
  { signal, put, onSent }: SendOptions,
): Promise<'done' | 'aborted' | 'lost'> {
  const iterator = Symbol.asyncIterator in items ? items[Symbol.asyncIterator]() : items[Symbol.iterator]();
  let lost = false;
  let taking: Promise<unknown> = Promise.resolve();

  /** One at a time: a walk through folders cannot be asked for two files at once. */
  function take(): Promise<IteratorResult<UploadItem>> {
    const next = taking.then(() => iterator.next());
    taking = next.catch(() => undefined);
    return next;
  }

  async function work(): Promise<void> {
    while (!signal.aborted && !lost) {
      const { done, value: item } = await take();
      if (done || signal.aborted) return;
      const sent = await sendOne(item, put);
      if (signal.aborted) return;
      onSent(item.path, sent);
      if (!sent.ok && sent.lost) lost = true;
    }
  }

  await Promise.all(Array.from({ length: PARALLEL }, work));
  if (signal.aborted) return 'aborted';
  return lost ? 'lost' : 'done';
}

async function sendOne(item: UploadItem, put: SendOptions['put']): Promise<Sent> {
  let file: File;
  try {
    file = await item.open();
  } catch {
    // Moved, deleted or not ours to read since it was chosen: this file is reported, the others go on.
    return { ok: false, reason: 'file-unreadable', lost: false };
  }
  return await put(item.path, file);
}

/** The address of one file of an upload: each part of its path encoded by itself. */
export function uploadPath(importId: string, path: string): string {
  return `/imports/${importId}/files/${path.split('/').map(encodeURIComponent).join('/')}`;
}
