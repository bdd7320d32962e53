import type { FormatName } from './format-labels.ts';

/** Keys that only one program writes, all of which must be there. The first that fits is taken. */
const SHAPES: readonly (readonly [FormatName, readonly RegExp[]])[] = [
  ['pinboard-json', [/"href"\s*:/, /"extended"\s*:/]],
  ['wallabag-json', [/"is_archived"\s*:/, /"content"\s*:/]],
  ['wallabag-json', [/"is_read"\s*:/, /"is_fav"\s*:/]],
  ['omnivore', [/"slug"\s*:/, /"savedAt"\s*:/]],
  ['readability-json', [/"article__url"\s*:/]],
  ['bookmarks-json', [/"text\/x-moz-place/]],
  ['bookmarks-json', [/"roots"\s*:/, /"date_added"\s*:/]],
  ['karakeep-json', [/"bookmarks"\s*:/, /"createdAt"\s*:/, /"content"\s*:/]],
  ['linkwarden-json', [/"collections"\s*:/, /"links"\s*:/]],
  ['zotero-json', [/"items"\s*:/, /"(?:itemType|citationKey|itemID)"\s*:/]],
  ['ninjs', [/"versioncreated"\s*:/, /"uri"\s*:/]],
  ['csl-json', [/^\s*\[/, /"type"\s*:\s*"(?:article|book|chapter|paper|thesis|webpage|report|post|entry|document|legal|bill|map|motion|manuscript|patent|personal|speech|software|dataset|broadcast|interview|hearing|regulation|standard|graphic|treaty|song|figure|pamphlet|periodical|performance|review|event|classic|collection)[a-z_-]*"/]],
];
/** Parsing more only to see whether it is JSON would take too long. */
const PARSE_CHARS = 4_000_000;

/** The format of a text that is JSON or JSON lines; undefined where it is not. */
export function identifyJson(text: string, isWhole: boolean, extension: string): FormatName | undefined {
  if (!/^\s*[[{]\s*(?:["{}[\]\d-]|true|false|null|$)/.test(text)) return undefined;
  const isNamed = /^(?:json|jsonl|ndjson)$/.test(extension);
  const lines = text.split('\n', 12).filter((line) => line.trim() !== '');
  const complete = isWhole ? lines : lines.slice(0, -1);
  const isLines = complete.length >= 2 && complete.every((line) => line.startsWith('{')) && parses(complete[0] ?? '');
  if (isLines) return 'jsonl';
  const isJson = isWhole && text.length <= PARSE_CHARS ? parses(text) : looksLikeJson(text);
  if (!isJson && !isNamed) return undefined;
  if (/^(?:jsonl|ndjson)$/.test(extension)) return 'jsonl';
  return SHAPES.find(([, keys]) => keys.every((key) => key.test(text)))?.[0] ?? 'json';
}

function looksLikeJson(text: string): boolean {
  return (text.match(/"[^"\n]{1,80}"\s*:/g)?.length ?? 0) >= 3;
}

function parses(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    // Not JSON is an answer here.
    return false;
  }
}
