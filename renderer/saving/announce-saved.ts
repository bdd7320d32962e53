import { isUnfetched } from '../../main/contract/articles.ts';
import type { ArticleId, ImportId } from '../../main/contract/ids.ts';
import type { ImportList, ImportProgress, ReportEntry } from '../../main/contract/imports.ts';
import { articleAddress, formatAddress, importAddress } from '../app/address.ts';
import { errorWords } from '../app/error-words.ts';
import { library, valueOf } from '../app/library-client.ts';
import { savingWords } from '../app/saving-words.ts';
import { dismissToastsAbout, showToast, type Toast } from '../app/toasts.ts';
import { goTo } from '../app/use-address.ts';
import { words } from '../app/words.ts';
import { undoImport } from '../import/import-actions.ts';
import { restoreArticles } from '../library/article-actions.ts';
import { isAllThere, listMissing } from '../reading/list-missing.ts';
import { textRenewed } from '../reading/text-edition.ts';
import { purposeOf, untilBegun } from './save-pages.ts';
import { shortAddress } from './short-address.ts';

type Action = NonNullable<Toast['action']>;
interface Announcement {
  readonly text: string;
  readonly action: Action;
}

/** Says what came of saving pages, in the place of the message that it was begun. */
export async function announceSaved(progress: ImportProgress): Promise<void> {
  const { id, state } = progress;
  await untilBegun();
  const announcement = state === 'finished' ? await describe(progress).catch(() => null) : null;
  if (progress.counts.duplicates > 0) textRenewed();
  dismissToastsAbout(id);
  if (location.pathname === formatAddress(importAddress(id))) return;
  const { text, action } = announcement ?? { text: savingWords.stopped, action: showReport(id) };
  showToast(text, action, id);
}

async function describe(progress: ImportProgress): Promise<Announcement> {
  const { found } = progress;
  const { imported, duplicates, failed } = progress.counts;
  const purpose = purposeOf(progress.id);
  const action = showReport(progress.id);
  const [only] = found === 1 ? await entriesOf(progress) : [];
  if (progress.later && only?.list !== 'duplicates') return describeKept(progress);
  if (only) return purpose === 'again' ? await describeAgain(progress, only) : await describeOne(progress, only);
  if (purpose !== 'again' || found === 0) return { text: savingWords.savedMany(imported, duplicates, failed), action };
  const newer = await countVersions(progress);
  return { text: savingWords.again.many(newer, duplicates - newer, imported, failed), action };
}

function describeKept(progress: ImportProgress): Announcement {
  const { imported, duplicates, failed } = progress.counts;
  const { kept, keptOffline } = savingWords.unfetched;
  const text = purposeOf(progress.id) === 'offline' && imported === 1 ? keptOffline : kept(imported, duplicates, failed);
  return { text, action: imported > 0 && failed === 0 ? undo(progress) : showReport(progress.id) };
}

async function describeOne(progress: ImportProgress, entry: ReportEntry): Promise<Announcement> {
  switch (entry.list) {
    case 'imported':
      return { text: await describeSaved(entry), action: undo(progress) };
    case 'duplicates':
      if (entry.action === 'skipped') return await describeHere(entry);
      return { text: (entry.action === 'versioned' ? savingWords.versioned : savingWords.replaced) + (await describeMissing(entry.id)), action: open(entry.id) };
    case 'failed':
      return { text: savingWords.failed(errorWords[entry.code].title, shortAddress(entry.source)), action: showReport(progress.id) };
    case 'companions':
      return { text: savingWords.savedMany(0, 0, 0), action: showReport(progress.id) };
  }
}

/** The library has it: fetched, kept for later, or in the trash. */
async function describeHere({ id, labelled }: Extract<ReportEntry, { list: 'duplicates' }>): Promise<Announcement> {
  const read = await library['articles.get']({ id });
  const article = read.ok ? read.value : undefined;
  if (article?.state.trashed === true) return { text: savingWords.unfetched.isTrashed, action: { label: words.reader.restore, isUndo: false, run: () => void restoreArticles([id]) } };
  if (labelled) return { text: savingWords.alreadyHereLabelled([...labelled.tags, ...labelled.collections]), action: open(id) };
  return { text: article && isUnfetched(article) ? savingWords.unfetched.isKept : savingWords.alreadyHere, action: open(id) };
}

/** What is missing is said at once: where there is a net, it can still be looked at. */
async function describeSaved({ id, title, source }: Extract<ReportEntry, { list: 'imported' }>): Promise<string> {
  const name = title ?? shortAddress(source);
  const missing = await missingOf(id);
  return isAllThere(missing) ? savingWords.saved(name) : savingWords.savedBut(name, missing);
}

async function describeMissing(id: ArticleId): Promise<string> {
  const missing = await missingOf(id);
  return isAllThere(missing) ? '' : savingWords.without(missing);
}

async function missingOf(id: ArticleId): Promise<ReturnType<typeof listMissing>> {
  const read = await library['articles.get']({ id });
  return listMissing(read.ok ? read.value : { extra: null });
}

async function describeAgain(progress: ImportProgress, entry: ReportEntry): Promise<Announcement> {
  const { again } = savingWords;
  switch (entry.list) {
    case 'imported':
      return { text: again.other(entry.title ?? shortAddress(entry.source)), action: open(entry.id) };
    case 'duplicates':
      return entry.action === 'skipped' ? { text: again.same, action: open(entry.id) } : { text: again.versioned + (await describeMissing(entry.id)), action: undo(progress) };
    case 'failed':
      return { text: again.failed(errorWords[entry.code].title), action: showReport(progress.id) };
    case 'companions':
      return { text: again.same, action: showReport(progress.id) };
  }
}

const LISTS: readonly ImportList[] = ['imported', 'duplicates', 'failed'];

async function entriesOf({ id, counts }: ImportProgress): Promise<readonly ReportEntry[]> {
  const list = LISTS.find((name) => counts[name] > 0);
  return list ? (await valueOf(library['imports.entries']({ importId: id, list, limit: 1 }))).entries : [];
}

const PART = 1_000;

async function countVersions({ id }: ImportProgress): Promise<number> {
  let versions = 0;
  for (let offset = 0, total = 1; offset < total; offset += PART) {
    const part = await valueOf(library['imports.entries']({ importId: id, list: 'duplicates', limit: PART, offset }));
    versions += part.entries.filter((entry) => entry.list === 'duplicates' && entry.action !== 'skipped').length;
    total = part.total;
  }
  return versions;
}

function undo(progress: ImportProgress): Action {
  return { label: words.undo, isUndo: true, run: () => void undoImport(progress).then(textRenewed) };
}

function open(id: ArticleId): Action {
  return { label: savingWords.open, isUndo: false, run: () => goTo(articleAddress(id)) };
}

function showReport(id: ImportId): Action {
  return { label: words.import.showReport, isUndo: false, run: () => goTo(importAddress(id)) };
}
