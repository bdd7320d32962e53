import type { z } from 'zod';
import { LIMITS } from '../../base/limits.ts';
import type { PublishedDate } from '../article-draft.ts';
import { cleanByline } from '../html/clean-byline.ts';
import { cleanPageUrl } from '../html/clean-link.ts';
import { readDate } from '../html/read-date.ts';
import { readLanguage } from '../html/read-metadata.ts';
import type { FrontMatter } from './read-front-matter.ts';
import { resolveWikiLinks } from './resolve-wiki-links.ts';

type Json = z.core.util.JSONType;

export interface MarkdownMetadata {
  readonly title: string | undefined;
  readonly byline: string | undefined;
  readonly published: PublishedDate | undefined;
  readonly site: string | undefined;
  readonly url: string | undefined;
  readonly language: string | undefined;
  readonly tags: readonly string[];
  /** Fields that have no place of their own. */
  readonly extra: Readonly<Record<string, Json>>;
}

/**
 * What front matter says: `title`; `author(s)` as text, list or objects with a `name`; `published` or `date`, and `created` in
 * notes that come from nowhere else; `source`, `url` or `link`; `site`; `tags` or `keywords`, and `categories`, as list or
 * text; `lang(uage)`. Whatever could not be used, or has no field, is in `extra` as it was.
 */
export function readMarkdownMetadata({ fields, unreadable }: FrontMatter): MarkdownMetadata {
  const used = new Set<string>();
  const first = <Value>(names: readonly string[], read: (field: Json) => Value | undefined): Value | undefined => {
    for (const name of names) {
      const field = fields.get(name);
      const value = field === undefined || field === null ? undefined : read(field);
      if (value === undefined) continue;
      used.add(name);
      return value;
    }
    return undefined;
  };
  const url = first(['source', 'url', 'link', 'canonical_url', 'canonical', 'canonicalurl', 'source_url', 'source-url', 'original_url', 'externalurl', 'permalink'], (field) => cleanPageUrl(textOf(field) ?? ''));
  // Programs that keep pages write here when they kept them, which is not when they were published.
  const datesOfNotes = url === undefined ? ['created', 'created_at', 'creation_date'] : [];
  const known = {
    title: first(['title', 'headline'], (field) => textOf(field)?.slice(0, LIMITS.titleLength).toWellFormed()),
    byline: first(['author', 'authors', 'byline', 'by', 'creator'], (field) => cleanByline(listOf(field))),
    published: first(['published', 'date', 'pubdate', 'publishdate', 'publish_date', 'date_published', 'datepublished', ...datesOfNotes], (field) => readDate(textOf(field) ?? '')),
    site: first(['site', 'site_name', 'sitename', 'publication', 'publisher', 'journal', 'website'], (field) => textOf(field)?.slice(0, LIMITS.siteLength).toWellFormed()),
    url,
    language: first(['lang', 'language', 'locale'], (field) => readLanguage(textOf(field))),
    tags: [...new Set([...(first(['tags', 'tag', 'keywords'], readTags) ?? []), ...(first(['categories', 'category'], readTags) ?? [])])],
  };
  const rest = [...fields].filter(([name, value]) => !used.has(name) && value !== null && value !== '');
  const raw = unreadable === undefined ? {} : { frontMatter: unreadable.slice(0, LIMITS.urlLength).toWellFormed() };
  return { ...known, tags: known.tags.slice(0, LIMITS.labelsPerArticle), extra: { ...Object.fromEntries(rest), ...raw } };
}

function textOf(field: Json | undefined): string | undefined {
  if (typeof field === 'number' || typeof field === 'boolean') return String(field);
  if (typeof field === 'object' && field !== null && !Array.isArray(field)) return nameOf(field);
  if (typeof field !== 'string') return undefined;
  const text = resolveWikiLinks(field).replace(/\s+/g, ' ').trim();
  return text === '' ? undefined : text;
}

/** A person as an object: `{ name: Jane Doe }`, `{ given: Jane, family: Doe }`. */
function nameOf(field: Readonly<Record<string, Json>>): string | undefined {
  const { name, given, family } = field;
  if (typeof name === 'string') return textOf(name);
  if (name !== undefined && typeof name === 'object' && name !== null && !Array.isArray(name)) return textOf(name['literal'] ?? [name['given'], name['family']].filter((part) => typeof part === 'string').join(' '));
  return textOf([given, family].filter((part) => typeof part === 'string').join(' '));
}

/** `[[Jane Doe]]` without quotes is, in YAML, a list in a list. */
function listOf(field: Json): string[] {
  return Array.isArray(field) ? field.flatMap(listOf) : [textOf(field) ?? []].flat();
}

function readTags(field: Json): string[] | undefined {
  const listed = Array.isArray(field) ? listOf(field) : splitTags(textOf(field) ?? '');
  const tags = listed.map((tag) => tag.replace(/^#/, '').trim().slice(0, LIMITS.tagLength).toWellFormed()).filter((tag) => tag !== '');
  return tags.length === 0 ? undefined : [...new Set(tags)];
}

function splitTags(text: string): string[] {
  return text.split(text.includes(',') ? ',' : /\s+/);
}
