import fs from 'node:fs';
import path from 'node:path';
import type { StoredEntry } from './changes.ts';
import { findImportToContinue, listCutOffUploads, listSettled } from './import-rows.ts';
import type { LibraryStore } from './library-store.ts';

/** Files that are no file to their sender: what was pasted, and what came on standard input. */
const NAMELESS: ReadonlySet<string> = new Set(['pasted text', 'standard input']);

const MESSAGE = 'Carrel ended before this was imported. Import it again: what is in the library already is not imported twice.';

/**
 * Ends the uploads that were cut off when Carrel ended. What had been handed over is not kept, because a file that came in part
 * cannot be told from a whole one: its report names each as failed.
 */
export function nameLostUploads(store: LibraryStore): void {
  for (const id of listCutOffUploads(store.database)) {
    const known = findImportToContinue(store.database, id);
    if (!known) continue;
    const settled = new Set(listSettled(store.database, id).flatMap(({ source, item }) => (item === undefined ? [source] : [])));
    const lost = listFiles(path.join(store.folder.incoming, id)).filter((source) => !settled.has(source));
    const entries = lost.map((source, index): StoredEntry => ({ number: known.lastNumber + index + 1, list: 'failed', source, code: 'interrupted', message: MESSAGE }));
    const { seconds } = known.kept;
    store.commit((apply) => {
      if (entries.length > 0) apply({ do: 'report', import: id, seconds, entries });
      apply({ do: 'set-import', import: id, stand: { state: 'failed', seconds, error: { code: 'interrupted', message: ENDED }, undone: null } });
    });
  }
}

const ENDED = 'Carrel ended while files were handed over to this import. Import those again that are not in its report.';

/** As their sender names them. */
function listFiles(folder: string): string[] {
  if (!fs.existsSync(folder)) return [];
  const files = fs.readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return files.map(({ parentPath, name }) => {
    const relative = path.relative(folder, path.join(parentPath, name)).replaceAll(path.sep, '/');
    return NAMELESS.has(relative) ? '-' : relative;
  });
}
