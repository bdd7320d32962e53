import fs from 'node:fs';
import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { expect, it, onTestFinished } from 'vitest';
import { makeArticle, makeScratchFolder, openStore } from '../store/store-fixtures.ts';
import type { ReadCalls } from './read-worker.ts';
import { WorkerLink } from './worker-link.ts';

/** Where each table and index begins. */
function rootPages(file: string): number[] {
  const database = new DatabaseSync(file, { readOnly: true });
  const rows = database.prepare('SELECT rootpage FROM sqlite_schema WHERE rootpage > 0').all();
  database.close();
  return rows.map(({ rootpage }) => Number(rootpage));
}

it('says of a database with damaged pages that it is damaged', async () => {
  const root = makeScratchFolder();
  const store = openStore(root);
  store.addArticles(Array.from({ length: 20 }, (_, index) => makeArticle(`${index}`)), 'skip');
  store.close();
  const file = path.join(root, 'library.db');
  const bytes = fs.readFileSync(file);
  for (const page of rootPages(file)) bytes.fill(0xff, (page - 1) * 4_096, (page - 1) * 4_096 + 64);
  fs.writeFileSync(file, bytes);
  const link = new WorkerLink<ReadCalls>(new URL('./read-worker.ts', import.meta.url), { root });
  onTestFinished(() => link.end());
  await expect(link.call('list', { limit: 10, offset: 0, sort: 'added', in: 'library' })).rejects.toMatchObject({ code: 'damaged' });
  const { ok, articles, problems } = await link.call('verify', undefined);
  expect({ ok, articles }).toEqual({ ok: false, articles: 20 });
  expect(new Set(problems.map(({ kind }) => kind))).toEqual(new Set(['database-damaged']));
});
