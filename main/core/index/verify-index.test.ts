import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { LibraryStore } from '../store/library-store.ts';
import { listIds } from '../store/list-articles.ts';
import { openForReading } from '../store/open-database.ts';
import { makeArticle, makeScratchFolder, openStore } from '../store/store-fixtures.ts';
import { IndexKeeper } from './index-keeper.ts';
import { repairIndex } from './repair-index.ts';
import { verifyIndex } from './verify-index.ts';

/** A library of six articles with a committed index of three files. */
function makeLibrary() {
  const root = makeScratchFolder();
  const store = openStore(root);
  const database = openForReading(store.folder.database);
  const keeper = new IndexKeeper({ folder: store.folder.index, database, access: 'write' });
  onTestFinished(() => database.close());
  for (let file = 0; file < 3; file += 1) {
    store.addArticles([makeArticle(`one ${file}`), makeArticle(`two ${file}`)], 'skip');
    keeper.refresh();
    keeper.applySome();
    keeper.commit();
  }
  return { root, store, database, keeper, folder: store.folder.index, verify: () => verifyIndex(database, store.folder.index) };
}

function idsOf(store: LibraryStore) {
  return listIds(store.database, { in: 'library', sort: 'added', limit: 10, offset: 0 }).ids;
}

describe('verifying an index', () => {
  it('finds nothing wrong with a whole one, with one that lags, and where there is none', () => {
    const { store, keeper, folder, verify } = makeLibrary();
    expect(verify()).toEqual([]);
    const ids = idsOf(store);
    store.trash(ids.slice(0, 1));
    store.purge(ids.slice(1, 2));
    store.addArticles([makeArticle('late')], 'skip');
    store.setState(ids.slice(2), { read: true });
    expect(verify()).toEqual([]);
    keeper.refresh();
    expect(verify()).toEqual([]);
    keeper.commit();
    expect(verify()).toEqual([]);
    fs.rmSync(folder, { recursive: true });
    expect(verify()).toEqual([]);
    keeper.close();
    store.close();
  });

  it('finds, and repairing mends, articles that are missing, stale or too many', () => {
    const { root, store, keeper, verify } = makeLibrary();
    keeper.close();
    const [old, gone, trashed] = idsOf(store);
    store.database.exec(`
      UPDATE articles SET version = 2 WHERE id = '${old}';
      DELETE FROM articles WHERE id = '${gone}';
      UPDATE articles SET trashed = 1 WHERE id = '${trashed}';
      INSERT INTO articles (id, title, word_count, added, source_kind, source_name, source_sha256, related, guessed, extractor, change)
        VALUES ('new', 'New', 1, '2026', 'text', 'x', 'x', '[]', '{}', 1, 1);
      INSERT INTO bodies SELECT (SELECT n FROM articles WHERE id = 'new'), html, text FROM bodies LIMIT 1;`);
    expect(new Set(verify().map(({ kind, id, repaired }) => `${kind} ${id} ${repaired}`))).toEqual(
      new Set([`index-stale ${old} false`, `index-stale ${gone} false`, `index-stale ${trashed} false`, 'index-incomplete new false']),
    );
    store.close();
    expect(repairIndex(root, { host: 'a test' }).map(({ repaired }) => repaired)).toEqual([true, true, true, true]);
    expect(verify()).toEqual([]);
  });

  it('finds, and repairing mends, files that were changed, and says which article cannot be read', () => {
    const { root, store, keeper, folder, verify } = makeLibrary();
    keeper.close();
    const file = fs.readdirSync(folder).find((name) => name.endsWith('.cseg')) ?? '';
    fs.appendFileSync(path.join(folder, file), 'x');
    expect(verify()).toMatchObject([{ kind: 'index-damaged', detail: expect.stringContaining(file), repaired: false }]);
    store.close();
    expect(repairIndex(root, { host: 'a test' })).toMatchObject([{ kind: 'index-damaged', repaired: true }]);
    expect(verify()).toEqual([]);

    fs.writeFileSync(path.join(folder, 'manifest.json'), '7\n{}');
    const again = openStore(root);
    again.database.exec("UPDATE bodies SET text = x'28b52ffd00' WHERE article = 2");
    const [unreadable] = again.database.prepare('SELECT id FROM articles WHERE n = 2').all();
    again.close();
    expect(verify()).toMatchObject([{ kind: 'index-damaged' }]);
    expect(repairIndex(root, { host: 'a test' })).toMatchObject([{ kind: 'index-damaged', repaired: true }, { kind: 'index-incomplete', id: unreadable?.['id'], repaired: false }]);
  });

  it('takes nothing for wrong while a writer commits and merges', () => {
    const { store, database, folder, keeper } = makeLibrary();
    for (let round = 0; round < 12; round += 1) {
      store.addArticles([makeArticle(`more ${round}`)], 'skip');
      store.trash(idsOf(store).slice(0, 1));
      if (round % 3 === 0) keeper.refresh();
      keeper.applySome();
      expect(verifyIndex(database, folder)).toEqual([]);
      keeper.commit();
      expect(verifyIndex(database, folder)).toEqual([]);
    }
    keeper.close();
    store.close();
  });
});
