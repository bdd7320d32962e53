import { LIMITS } from '../../base/limits.ts';
import type { PublishedDate } from '../article-draft.ts';
import { cleanPageUrl } from '../html/clean-link.ts';
import { readDate } from '../html/read-date.ts';
import { readLanguage } from '../html/read-metadata.ts';
import type { ListedElement } from './list-elements.ts';

/** What a book says of itself. */
export interface BookFacts {
  readonly title: string | undefined;
  /** All creators, parted by a comma. */
  readonly byline: string | undefined;
  readonly published: PublishedDate | undefined;
  readonly language: string | undefined;
  /** The page that the book was made of. */
  readonly url: string | undefined;
  /** What has no field of its own. */
  readonly extra: Readonly<Record<string, string | string[]>>;
}

/** Of a book with several dates, the one on which its text came out. */
const DATE_EVENTS = ['original-publication', 'publication', 'issued', ''];
const MOST_OF_EACH = 20;

/** The facts of the metadata in a package file. */
export function readBookFacts(metadata: readonly ListedElement[]): BookFacts {
  const textsOf = (name: string): string[] => [...new Set(metadata.filter((element) => element.name === name && element.text !== '').map(({ text }) => text))].slice(0, MOST_OF_EACH);
  const sources = textsOf('source').flatMap((source) => cleanPageUrl(source) ?? []);
  const extra: Record<string, string | string[]> = {};
  const add = (name: string, values: readonly string[]): void => {
    const cut = values.map((value) => value.slice(0, LIMITS.urlLength).toWellFormed());
    const [first] = cut;
    if (first !== undefined) extra[name] = cut.length === 1 ? first : cut;
  };
  add('publisher', textsOf('publisher'));
  add('identifier', textsOf('identifier'));
  add('subjects', textsOf('subject'));
  add('contributors', textsOf('contributor'));
  add('description', textsOf('description'));
  add('source', sources.length === 1 ? [] : textsOf('source'));
  return {
    title: mainTitle(metadata)?.slice(0, LIMITS.titleLength).toWellFormed(),
    byline: joinWithin(textsOf('creator'), LIMITS.bylineLength),
    published: findDate(metadata),
    language: textsOf('language').map(readLanguage).find((tag) => tag !== undefined),
    url: sources.length === 1 ? sources[0] : undefined,
    extra,
  };
}

/** Of several titles the one that a refinement calls the main one, else the first. */
function mainTitle(metadata: readonly ListedElement[]): string | undefined {
  const titles = metadata.filter(({ name, text }) => name === 'title' && text !== '');
  const isMain = ({ attributes }: ListedElement): boolean =>
    metadata.some((meta) => meta.name === 'meta' && meta.attributes.get('refines') === `#${attributes.get('id') ?? ''}` && meta.attributes.get('property') === 'title-type' && meta.text === 'main');
  return (titles.find(isMain) ?? titles[0])?.text;
}

function findDate(metadata: readonly ListedElement[]): PublishedDate | undefined {
  const dates = metadata.filter(({ name }) => name === 'date');
  for (const event of DATE_EVENTS) {
    const found = dates.filter(({ attributes }) => (attributes.get('event') ?? '').toLowerCase() === event).map(({ text }) => readDate(text)).find((date) => date !== undefined);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** Whole names only, as many as there is room for. */
function joinWithin(names: readonly string[], length: number): string | undefined {
  const kept: string[] = [];
  for (const name of names) if ([...kept, name].join(', ').length <= length) kept.push(name);
  return kept.length === 0 ? undefined : kept.join(', ');
}
