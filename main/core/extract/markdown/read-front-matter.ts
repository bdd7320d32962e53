import { parseDocument } from 'yaml';
import type { z } from 'zod';
import { z as zod } from 'zod';

type Json = z.core.util.JSONType;

/** A Markdown file cut in two. */
export interface FrontMatter {
  /** The block's fields by lower-case name; none when there is no block or it could not be read. */
  readonly fields: ReadonlyMap<string, Json>;
  /** The block as it stands in the file, where it could not be read. */
  readonly unreadable: string | undefined;
  readonly body: string;
}

/** A longer block is not what a person or a note-taking program writes above an article. */
const LONGEST_BLOCK = 64 * 1024;
const MOST_FIELDS = 200;
/** Aliases make a small block a huge value; front matter has no use for them. */
const MOST_ALIASES = 20;

const BLOCK = /^\ufeff?---[ \t]*\n(?:([\s\S]*?)\n)?(?:---|\.\.\.)[ \t]*(?:\n|$)/;

/**
 * Cuts the YAML block off a Markdown file's beginning and reads it: plain values only, no tags that build objects. A
 * block that is broken costs its fields and nothing else.
 */
export function readFrontMatter(markdown: string): FrontMatter {
  const none: FrontMatter = { fields: new Map(), unreadable: undefined, body: markdown };
  if (!/^\ufeff?---[ \t]*\n/.test(markdown)) return none;
  const match = BLOCK.exec(markdown);
  if (match === null || !/(?:^|\n)[^\n:]{1,100}:/.test(match[1] ?? '')) return none;
  const block = match[1] ?? '';
  const body = markdown.slice(match[0].length);
  const fields = block.length > LONGEST_BLOCK ? undefined : readFields(block);
  return fields === undefined ? { fields: new Map(), unreadable: block, body } : { fields, unreadable: undefined, body };
}

function readFields(block: string): Map<string, Json> | undefined {
  // Dates stay text: whether one has a zone, and how precise it is, is lost in a Date.
  const document = parseDocument(block, { schema: 'core', customTags: [], uniqueKeys: false, logLevel: 'silent' });
  if (document.errors.length > 0) return undefined;
  let value: unknown;
  try {
    value = document.toJS({ maxAliasCount: MOST_ALIASES });
  } catch {
    // Too many aliases, or one that points nowhere.
    return undefined;
  }
  const record = zod.record(zod.string(), zod.json()).safeParse(value);
  if (!record.success) return undefined;
  return new Map(Object.entries(record.data).slice(0, MOST_FIELDS).map(([name, field]) => [name.trim().toLowerCase(), field]));
}
