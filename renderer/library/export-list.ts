import { MOST_IDS } from '../../main/contract/articles.ts';
import { MOST_EXPORTED } from '../../main/contract/exports.ts';
import type { ArticleId } from '../../main/contract/ids.ts';
import type { ListPlace } from '../app/address.ts';
import { exportWords } from '../app/export-words.ts';
import { library, valueOf } from '../app/library-client.ts';
import { saveTable } from '../app/save-file.ts';
import { showToast } from '../app/toasts.ts';
import { failureWords } from './article-actions.ts';
import { whileBusy } from './busy.ts';
import { askedOf } from './list-pages.ts';
import { loadIds } from './load-ids.ts';

interface ListToExport {
  readonly place: ListPlace;
  readonly typing: boolean;
  readonly total: number;
  /** Only these; empty: the whole list. */
  readonly selected: ReadonlySet<ArticleId>;
}

interface Scored {
  readonly id: ArticleId;
  readonly score: number | null;
}

/** Writes a list, or what is selected of it, as a table and gives it to the user as a file. Says so when it fails. */
export async function exportList(list: ListToExport): Promise<void> {
  const count = list.selected.size > 0 ? list.selected.size : list.total;
  try {
    const parts = await whileBusy(count, () => writeTable(list));
    saveTable('carrel', parts);
    showToast(exportWords.done(count));
  } catch (error) {
    showToast(failureWords(error));
  }
}

/** Each part becomes a blob of its own at once: the browser keeps those where there is room, and not in the window's memory. */
async function writeTable(list: ListToExport): Promise<readonly Blob[]> {
  const parts: Blob[] = [];
  for await (const rows of listRows(list)) {
    for (let start = 0; start < rows.length; start += MOST_EXPORTED) {
      const some = rows.slice(start, start + MOST_EXPORTED);
      const input = { ids: some.map(({ id }) => id), scores: some.map(({ score }) => score), header: parts.length === 0 };
      parts.push(new Blob([(await valueOf(library['export.csv'](input))).csv]));
    }
  }
  return parts;
}

/** The articles in the order of the list, in pages. What was selected and is not in the list any more comes last. */
async function* listRows({ place, typing, total, selected }: ListToExport): AsyncGenerator<readonly Scored[]> {
  const left = new Set(selected);
  for (let offset = 0; offset < total; offset += MOST_IDS) {
    const rows = await loadRows(place, typing, offset);
    yield selected.size > 0 ? rows.filter(({ id }) => left.delete(id)) : rows;
  }
  yield [...left].map((id) => ({ id, score: null }));
}

async function loadRows(place: ListPlace, typing: boolean, offset: number): Promise<readonly Scored[]> {
  const page = { offset, limit: MOST_IDS };
  if (place.kind !== 'search') return (await loadIds(place, typing, page)).map((id) => ({ id, score: null }));
  const { ids, scores } = await valueOf(library['search.ids']({ ...askedOf(place), sort: place.sort, group: place.group, typing, ...page }));
  return ids.map((id, index) => ({ id, score: scores[index] ?? null }));
}
