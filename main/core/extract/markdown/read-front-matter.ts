import { parseDocument } from 'yaml';
import type { z } from 'zod';
import { z as zod } from 'zod';
import { cutFrontMatter } from './cut-front-matter.ts';
import type { BlockKind } from './cut-front-matter.ts';
import { readTomlFields } from './read-toml-fields.ts';

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

/**
 * Cuts the block of facts off a Markdown file's beginning and reads it: YAML, TOML (Hugo), JSON, the title lines of Pandoc and
 * MultiMarkdown. Plain values only, nothing that builds objects. A block that is broken costs its fields and nothing else.
 */
export function readFrontMatter(markdown: string): FrontMatter {
  const cut = cutFrontMatter(markdown);
  if (cut === undefined) return { fields: new Map(), unreadable: undefined, body: markdown };
  const value = cut.block.length > LONGEST_BLOCK ? undefined : READERS[cut.kind](cut.block);
  const record = zod.record(zod.string(), zod.json()).safeParse(value);
  if (!record.success) return { fields: new Map(), unreadable: cut.block, body: cut.body };
  return { fields: toFields(record.data), unreadable: undefined, body: cut.body };
}

const READERS: Readonly<Record<BlockKind, (block: string) => unknown>> = {
  yaml: readYaml,
  toml: readTomlFields,
  json: readJson,
  percent: readPercentLines,
  lines: readLines,
};

/** What themes of Hugo keep for themselves (`params`) counts like the fields beside it. */
function toFields(record: Readonly<Record<string, Json>>): Map<string, Json> {
  const fields = new Map<string, Json>();
  const add = (entries: readonly (readonly [string, Json])[]): void => {
    for (const [name, field] of entries.slice(0, MOST_FIELDS)) {
      const key = name.trim().toLowerCase();
      if (!fields.has(key)) fields.set(key, field);
    }
  };
  const { params, ...rest } = record;
  add(Object.entries(rest));
  if (typeof params === 'object' && params !== null && !Array.isArray(params)) add(Object.entries(params));
  else if (params !== undefined) add([['params', params]]);
  return fields;
}

function readYaml(block: string): unknown {
  // Dates stay text: whether one has a zone, and how precise it is, is lost in a Date.
  const document = parseDocument(block, { schema: 'core', customTags: [], uniqueKeys: false, logLevel: 'silent' });
  if (document.errors.length > 0) return undefined;
  try {
    return document.toJS({ maxAliasCount: MOST_ALIASES });
  } catch {
    // Too many aliases, or one that points nowhere.
    return undefined;
  }
}

function readJson(block: string): unknown {
  try {
    return JSON.parse(block);
  } catch {
    // Not JSON is an answer here.
    return undefined;
  }
}

/** `% title`, `% authors parted by semicolons`, `% date`. */
function readPercentLines(block: string): unknown {
  const [title, authors, date] = block.split(/^%/m).slice(1).map((field) => field.replace(/\s*\n\s+/g, '\n').trim());
  const names = (authors ?? '').split(/[;\n]/).map((name) => name.trim()).filter((name) => name !== '');
  return { ...(title ? { title: title.replaceAll('\n', ' ') } : {}), ...(names.length > 0 ? { author: names } : {}), ...(date ? { date } : {}) };
}

/** `Key: value`, which goes on where lines are indented. */
function readLines(block: string): unknown {
  const entries = block.replace(/\n[ \t]+/g, ' ').split('\n').flatMap((line) => {
    const colon = line.indexOf(':');
    return colon < 0 ? [] : [[line.slice(0, colon), line.slice(colon + 1).trim()] as const];
  });
  return Object.fromEntries(entries);
}
