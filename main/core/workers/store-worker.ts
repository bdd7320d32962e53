import { parentPort, workerData } from 'node:worker_threads';
import { z } from 'zod';
import type { ArticleId, ImportId, SmartId, WatchedFolderId } from '../../contract/ids.ts';
import type { OnDuplicate } from '../../contract/imports.ts';
import type { KeptVersion } from '../../contract/originals.ts';
import { assert } from '../base/assert.ts';
import type { Facts } from '../store/article-facts.ts';
import type { ImportStand, LabelKind, StoredWatch } from '../store/changes.ts';
import { goBack } from '../store/go-back.ts';
import { LibraryStore, type AddResult, type StateChange } from '../store/library-store.ts';
import { unpackArticle, type PackedArticle } from '../store/packed-article.ts';
import { renewArticles } from '../store/renew-articles.ts';
import { setFacts, undoFacts } from '../store/set-facts.ts';
import { lookAtSmart, removeSmart, renameSmart, saveSmart, type SmartToSave } from '../store/smart-collections.ts';
import { undoImport } from '../store/undo-import.ts';
import { removeWatch, saveWatch } from '../store/watched-rows.ts';
import { forgetImport, setImport, writeImport, type PackedWrite } from '../store/write-import.ts';
import { serveCalls } from './worker-link.ts';

/*
 * The one writing connection. It opens the library at its first call, so that what keeps it from opening reaches the
 * caller as the error it is.
 */
const { root, host } = z.object({ root: z.string(), host: z.string() }).parse(workerData);
let opened: LibraryStore | undefined;

function store(): LibraryStore {
  opened ??= new LibraryStore(root, { host });
  return opened;
}

const calls = {
  open: (): { lastChange: number } => ({ lastChange: store().lastChange }),
  writeImport: (write: PackedWrite): AddResult[] => writeImport(store(), { ...write, articles: write.articles.map(unpackArticle) }),
  tryArticles: ({ articles, onDuplicate }: { articles: PackedArticle[]; onDuplicate: OnDuplicate }): AddResult[] => store().tryArticles(articles.map(unpackArticle), onDuplicate),
  setImport: ({ importId, stand }: { importId: ImportId; stand: ImportStand }) => setImport(store(), importId, stand),
  undoImport: (importId: ImportId) => undoImport(store(), importId),
  forgetImport: (importId: ImportId) => forgetImport(store(), importId),
  setState: ({ ids, ...state }: StateChange & { ids: ArticleId[] }) => store().setState(ids, state),
  setLabel: ({ ids, ...label }: { ids: ArticleId[]; kind: LabelKind; name: string; on: boolean }) => store().setLabel(ids, label),
  setFacts: ({ ids, facts }: { ids: ArticleId[]; facts: Facts }) => setFacts(store(), ids, facts),
  undoFacts: (change: number) => undoFacts(store(), change),
  renewArticles: (renewed: { id: ArticleId; article: PackedArticle }[]) => renewArticles(store(), renewed.map(({ id, article }) => ({ id, article: unpackArticle(article) }))),
  goBack: (versions: KeptVersion[]) => goBack(store(), versions),
  trash: (ids: ArticleId[]) => store().trash(ids),
  restore: (ids: ArticleId[]) => store().restore(ids),
  purge: (ids: ArticleId[]) => store().purge(ids),
  saveSmart: (smart: SmartToSave) => saveSmart(store(), smart),
  renameSmart: ({ id, name }: { id: SmartId; name: string }) => renameSmart(store(), id, name),
  removeSmart: (id: SmartId) => removeSmart(store(), id),
  lookAtSmart: ({ id, upTo }: { id: SmartId; upTo: string }) => lookAtSmart(store(), id, upTo),
  saveWatch: (watch: StoredWatch) => saveWatch(store(), watch),
  removeWatch: (id: WatchedFolderId) => removeWatch(store(), id),
  touchedSince: (change: number) => store().touchedSince(change),
  close: () => {
    opened?.close();
    opened = undefined;
  },
};
export type StoreCalls = typeof calls;

assert(parentPort, 'store-worker runs as a worker');
serveCalls(parentPort, calls);
