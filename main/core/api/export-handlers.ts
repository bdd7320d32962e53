import type { LibraryHandlers } from '../../contract/contract.ts';
import { articlesToCsv, CSV_HEADER } from '../export/article-csv.ts';
import type { LibraryParts } from './library-parts.ts';

type ExportHandlers = Pick<LibraryHandlers, Extract<keyof LibraryHandlers, `export.${string}`>>;

export function exportHandlers({ reader }: LibraryParts): ExportHandlers {
  return {
    'export.csv': async ({ ids, scores, header }) => {
      const scoreOf = new Map(ids.map((id, index) => [id, scores?.[index] ?? null]));
      const articles = await reader.call('some', ids);
      const lines = articlesToCsv(articles.map((article) => ({ article, score: scoreOf.get(article.id) ?? null })));
      return { csv: header ? CSV_HEADER + lines : lines };
    },
  };
}
