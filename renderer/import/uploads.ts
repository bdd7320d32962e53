import { useSyncExternalStore } from 'react';
import { z } from 'zod';
import { ERROR_CODES, type ErrorCode } from '../../main/contract/errors.ts';
import type { ImportId } from '../../main/contract/ids.ts';
import type { ImportOptions } from '../../main/contract/imports.ts';
import { importOptionsOf } from '../../main/contract/settings.ts';
import { watchedFetch } from '../app/connection.ts';
import { errorWords } from '../app/error-words.ts';
import { CallFailure, library, valueOf } from '../app/library-client.ts';
import { queryClient } from '../app/query-client.ts';
import { createStore } from '../app/store.ts';
import { throttle } from '../app/throttle.ts';
import { showToast } from '../app/toasts.ts';
import { currentSettings } from '../settings/settings-query.ts';
import { sendFiles, uploadPath, type Sent } from './send-files.ts';
import type { UploadItem } from './walk-dropped.ts';

/** A file that never reached the library, so that no report of the library names it. */
export interface NotSent {
  readonly path: string;
  readonly code: ErrorCode;
}

/** The window's own part of an import: handing the files over. */
export interface Upload {
  readonly sent: number;
  readonly notSent: readonly NotSent[];
  readonly state: 'sending' | 'sent' | 'cancelled' | 'lost';
}

/** Uploads of this window, by the import that they feed. */
const uploads = createStore<ReadonlyMap<ImportId, Upload>>(new Map());
const controllers = new Map<ImportId, AbortController>();

/** Progress is drawn a few times a second, not once a file. */
const DRAW_INTERVAL_MS = 200;

export function useUpload(importId: ImportId): Upload | undefined {
  return useSyncExternalStore(uploads.subscribe, () => uploads.get().get(importId));
}

/** Whether closing the window now would cut an upload short. */
export function isUploading(): boolean {
  return [...uploads.get().values()].some(({ state }) => state === 'sending');
}

/** Hands files over to the library as one import. @returns its id, or null when the library took none (the user was told) */
export async function startUpload(
  label: string,
  items: AsyncIterable<UploadItem> | Iterable<UploadItem>,
  options?: Partial<ImportOptions>,
): Promise<ImportId | null> {
  try {
    const { importId } = await valueOf(library['imports.openUpload']({ label: label.slice(0, 255), options: { ...importOptionsOf(currentSettings()), ...options } }));
    void queryClient.invalidateQueries({ queryKey: ['imports', 'list'] });
    void runUpload(importId, items);
    return importId;
  } catch (error) {
    tellFailure(error);
    return null;
  }
}

async function runUpload(importId: ImportId, items: AsyncIterable<UploadItem> | Iterable<UploadItem>): Promise<void> {
  const controller = new AbortController();
  controllers.set(importId, controller);
  let current: Upload = { sent: 0, notSent: [], state: 'sending' };
  const draw = throttle(() => uploads.set(new Map(uploads.get()).set(importId, current)), DRAW_INTERVAL_MS);
  draw.request();

  const end = await sendFiles(items, {
    signal: controller.signal,
    put: (path, file) => putFile(importId, path, file, controller.signal),
    onSent: (path, sent) => {
      current = noteSent(current, path, sent);
      draw.request();
    },
  });

  controllers.delete(importId);
  current = { ...current, state: end === 'done' ? 'sent' : end === 'aborted' ? 'cancelled' : 'lost' };
  draw.cancel();
  draw.request();
  if (end !== 'aborted') await closeUpload(importId);
}

function noteSent(upload: Upload, path: string, sent: Sent): Upload {
  if (sent.ok) return { ...upload, sent: upload.sent + 1 };
  const code = ERROR_CODES.find((known) => known === sent.reason) ?? 'internal';
  return { ...upload, notSent: [...upload.notSent, { path, code }] };
}

/** Tells the library that all files are there. What it has is imported even when the rest could not be handed over. */
async function closeUpload(importId: ImportId): Promise<void> {
  try {
    await valueOf(library['imports.closeUpload']({ importId }));
  } catch (error) {
    tellFailure(error);
  }
}

/** Stops an import: nothing more is handed over, and the library reads no further. What was imported stays. */
export async function cancelImport(importId: ImportId): Promise<void> {
  controllers.get(importId)?.abort();
  try {
    await valueOf(library['imports.cancel']({ importId }));
  } catch (error) {
    tellFailure(error);
  }
  void queryClient.invalidateQueries({ queryKey: ['imports'] });
}

const Answer = z.union([
  z.object({ ok: z.literal(true) }),
  z.object({ ok: z.literal(false), error: z.object({ code: z.enum(ERROR_CODES) }) }),
]);

async function putFile(importId: ImportId, path: string, file: File, signal: AbortSignal): Promise<Sent> {
  try {
    const response = await watchedFetch(uploadPath(importId, path), { method: 'PUT', body: file, signal });
    if (response.status === 401 || response.status === 403) return { ok: false, reason: 'unreachable', lost: true };
    const answer = Answer.safeParse(await response.json());
    if (!answer.success) return { ok: false, reason: 'internal', lost: false };
    return answer.data.ok ? { ok: true } : { ok: false, reason: answer.data.error.code, lost: false };
  } catch {
    // No connection, or a file that vanished while it was being read. Reading its first byte tells the two apart.
    const lost = await file.slice(0, 1).arrayBuffer().then(() => true, () => false);
    return { ok: false, reason: lost ? 'unreachable' : 'file-unreadable', lost };
  }
}

function tellFailure(error: unknown): void {
  const { title, action } = errorWords[error instanceof CallFailure ? error.code : 'internal'];
  showToast(`${title}. ${action}`);
}
