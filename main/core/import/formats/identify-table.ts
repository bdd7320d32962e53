import type { FormatName } from './format-labels.ts';

/** Columns of the first line, lower case, that only one service writes. */
const HEADERS: readonly (readonly [FormatName, readonly string[]])[] = [
  ['pocket-csv', ['title', 'url', 'time_added']],
  ['instapaper-csv', ['url', 'title', 'selection', 'folder']],
  ['readwise-csv', ['title', 'url', 'document tags', 'saved date']],
  ['readwise-csv', ['highlight', 'title', 'author', 'note']],
  ['raindrop-csv', ['title', 'excerpt', 'url', 'folder', 'cover']],
  ['matter-csv', ['title', 'publisher', 'url', 'highlight_count']],
  ['wallabag-csv', ['title', 'url', 'content', 'mime type']],
];

/** The format of a table: by its columns, else by its name if the first line is a line of one. */
export function identifyTable(head: string, extension: string): FormatName | undefined {
  const first = head.slice(0, 2_000).split('\n', 1)[0] ?? '';
  const columns = new Set(first.split(/[,;\t]/).map((column) => column.trim().replace(/^"|"$/g, '').toLowerCase()));
  const known = HEADERS.find(([, wanted]) => wanted.every((column) => columns.has(column)))?.[0];
  if (known !== undefined) return known;
  if (extension === 'tsv' || extension === 'tab') return 'tsv';
  return extension === 'csv' ? 'csv' : undefined;
}
