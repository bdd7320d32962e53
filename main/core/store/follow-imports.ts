import zlib from 'node:zlib';
import type { ImportStand, Operation, StoredEntry, StoredImport } from './changes.ts';

/** What journal or database say of one import. `Entry`: what is kept of each entry of its report. */
export interface FollowedImport<Entry> {
  facts: StoredImport;
  stand: ImportStand;
  /** By their numbers. */
  readonly entries: Map<number, Entry>;
}

export const NEW_IMPORT: ImportStand = { state: 'running', seconds: 0, error: null, undone: null };

/** Follows one operation as `applyImport` does. */
export function followImports<Entry>(imports: Map<string, FollowedImport<Entry>>, operation: Operation, keep: (entry: StoredEntry) => Entry): void {
  if (operation.do === 'begin-import') {
    const known = imports.get(operation.import.id);
    if (known) known.facts = operation.import;
    else imports.set(operation.import.id, { facts: operation.import, stand: NEW_IMPORT, entries: new Map() });
    return;
  }
  if (operation.do === 'forget-import') imports.delete(operation.import);
  if (operation.do !== 'report' && operation.do !== 'set-import') return;
  const known = imports.get(operation.import);
  if (!known) return;
  if (operation.do === 'set-import') {
    known.stand = operation.stand;
    return;
  }
  known.stand = { ...known.stand, seconds: operation.seconds };
  for (const entry of operation.entries) known.entries.set(entry.number, keep(entry));
}

/** Equal for two entries that say the same; small enough to be held for each entry of large reports. */
export function sumOfEntry({ list, source, item, id, action, version, code, message, of }: StoredEntry): number {
  return zlib.crc32(JSON.stringify([list, source, item, id, action, version, code, message, of].map((value) => value ?? null)));
}

/** Whether two say the same, where sums are kept of the entries. */
export function sameImport(one: FollowedImport<number>, other: FollowedImport<number>): boolean {
  return (
    JSON.stringify([one.facts, one.stand]) === JSON.stringify([other.facts, other.stand]) &&
    one.entries.size === other.entries.size &&
    [...one.entries].every(([number, sum]) => other.entries.get(number) === sum)
  );
}
