import path from 'node:path';
import { realDisk } from '../base/disk-calls.ts';
import { readRowsAbove, type IndexRow } from '../store/index-rows.ts';
import type { ReadableDatabase } from '../store/open-database.ts';
import { readLastChange } from '../store/store-queries.ts';
import type { Problem, Verification } from '../store/verify-library.ts';
import { isManifestDamaged } from './manifest.ts';
import { MANIFEST, SearchIndex } from './search-index.ts';

/** What was found of a library and what is found of its index, which only a sound database can tell. */
export function addProblems(found: Verification, find: () => Problem[]): Verification {
  if (found.problems.some(({ kind, repaired }) => kind === 'database-damaged' && !repaired)) return found;
  const own = find();
  return { ...found, ok: found.ok && own.every(({ repaired }) => repaired), problems: [...found.problems, ...own] };
}

/**
 * Holds a committed index against the store, without changing anything. What was changed after the last commit is
 * nobody's fault: the index catches up. A running writer may commit and merge meanwhile.
 */
export function verifyIndex(database: ReadableDatabase, folder: string): Problem[] {
  // First the index, then the store: what the store says is newer, and it names the change of each row.
  const index = openToVerify(folder);
  try {
    const damaged = isManifestDamaged(path.join(folder, MANIFEST)) ? [MANIFEST, ...index.damaged] : index.damaged;
    return [
      ...damaged.map((file) => problem('index-damaged', undefined, `The index file ${file} is not as it was written, or is gone.`)),
      ...compareRows(index, database),
    ];
  } finally {
    index.close();
  }
}

function openToVerify(folder: string): SearchIndex {
  const index = new SearchIndex(folder, realDisk, 'read');
  if (index.damaged.length === 0) return index;
  // The writer may just have merged these files away.
  index.close();
  return new SearchIndex(folder, realDisk, 'read');
}

function* compareRows(index: SearchIndex, database: ReadableDatabase): Generator<Problem> {
  const rows = new Map(readRowsAbove(database, -1).map((row) => [row.n, row]));
  // After the rows: where it is the index's own, nothing was deleted in between.
  const same = readLastChange(database) === index.change;
  for (const row of rows.values()) if (row.change <= index.change) yield* compareRow(index, row);
  if (same) {
    for (const n of index.rows()) if (!rows.has(n)) yield problem('index-stale', idIn(index, n)?.id, 'The index has this article, the library does not.');
  }
}

function* compareRow(index: SearchIndex, { n, id, version, live }: IndexRow): Generator<Problem> {
  const held = idIn(index, n);
  if (held && held.id !== id) yield problem('index-stale', held.id, 'The index has this article, the library does not.');
  if (live && held?.id !== id) yield problem('index-incomplete', id, 'The article is not in the index, so search does not find it.');
  else if (live && held?.version !== version) yield problem('index-stale', id, 'The index has the article as it was before.');
  else if (!live && held?.id === id) yield problem('index-stale', id, 'The index has this article, which is in the trash.');
}

function idIn(index: SearchIndex, n: number): { id: string; version: number } | undefined {
  const found = index.find(n);
  return found && { id: found.live.segment.documents.id(found.doc), version: found.live.segment.documents.versions[found.doc] ?? 0 };
}

function problem(kind: Problem['kind'], id: string | undefined, detail: string): Problem {
  return { kind, ...(id === undefined ? {} : { id }), detail, repaired: false };
}
