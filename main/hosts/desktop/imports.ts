import path from 'node:path';
import type { Transport } from '../../contract/client.ts';
import type { Outcome } from '../../contract/define.ts';
import type { DroppedOptions } from '../../contract/imports.ts';
import { DEFAULT_SETTINGS, importOptionsOf, Settings } from '../../contract/settings.ts';
import type { LibraryLink } from './library-link.ts';

/** Starts imports of paths: dropped, chosen or handed over. The library reads them itself, nothing is copied. */
export function createPathImport(library: LibraryLink, settings: Transport): (paths: readonly string[], options?: DroppedOptions) => Promise<Outcome<unknown>> {
  return async (paths, options) => {
    if (!paths.every((one) => path.isAbsolute(one))) return { ok: false, error: { code: 'invalid-input', message: 'A file to import is named by its whole path.' } };
    const answer = await settings('settings.get', {});
    const chosen = answer.ok ? Settings.parse(answer.value) : DEFAULT_SETTINGS;
    return library.callOwn('imports.startPaths', { paths, options: { ...importOptionsOf(chosen), ...options, dryRun: options?.sample !== undefined } });
  };
}
