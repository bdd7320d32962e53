import { FIELDS, type Field } from '../index/fields.ts';
import type { PlainDocument } from '../index/index-fixtures.ts';
import { analysisLanguage, rulesOf } from '../index/languages.ts';
import { foldWord, splitWords } from '../index/split-words.ts';
import type { Filter } from '../store/article-filter.ts';
import type { PhraseNode, QueryNode, SpanNode, TermNode } from './query-tree.ts';

/*
 * For tests: what a query means, by reading every text from its beginning to its end. Knows nothing of the index.
 */

interface Word {
  readonly form: string;
  /** undefined for a stop word and for what holds no letter. */
  readonly stem: string | undefined;
}

type Span = readonly [begin: number, end: number];
type Passes = (n: number, filter: Filter) => boolean;

export function matchesNaively(node: QueryNode, document: PlainDocument, languages: readonly string[], passes: Passes): boolean {
  switch (node.kind) {
    case 'filter':
      return passes(document.n, node.filter);
    case 'and':
      return node.parts.every((part) => matchesNaively(part, document, languages, passes));
    case 'or':
      return node.parts.some((part) => matchesNaively(part, document, languages, passes));
    case 'not':
      return !matchesNaively(node.part, document, languages, passes);
    case 'group': {
      const test = (part: QueryNode) => matchesNaively(part, document, languages, passes);
      const of = (presence: string) => node.items.filter((item) => item.presence === presence || (presence === 'filter' && item.presence !== 'prohibited'));
      const words = (presence: string) => of(presence).filter((item) => item.node.kind !== 'filter');
      if (of('prohibited').some((item) => test(item.node))) return false;
      if (of('filter').some((item) => item.node.kind === 'filter' && !test(item.node))) return false;
      if (words('required').length > 0) return words('required').every((item) => test(item.node));
      return words('optional').length === 0 || words('optional').some((item) => test(item.node));
    }
    case 'term':
    case 'phrase':
    case 'near':
      return FIELDS.some((field) => findSpans(node, readWords(document, field), field, languages).length > 0);
  }
}

function readWords({ language = 'en', ...document }: PlainDocument, field: Field): Word[] {
  const text = document[field] ?? '';
  const rules = rulesOf(analysisLanguage(language));
  return [...splitWords(text)].map(({ start, end }) => {
    const form = foldWord(text.slice(start, end));
    return { form, stem: form === '' || rules.isStopWord(form) ? undefined : rules.stem(form) };
  });
}

function findSpans(node: SpanNode, words: readonly Word[], field: Field, languages: readonly string[]): Span[] {
  switch (node.kind) {
    case 'term':
      return words.flatMap((word, at): Span[] => (node.fields.includes(field) && isWord(node, word, languages) ? [[at, at]] : []));
    case 'phrase':
      return node.fields.includes(field) ? words.flatMap((_, at) => findPhrase(node, words, at, languages)) : [];
    case 'or':
      return node.parts.flatMap((part) => findSpans(part, words, field, languages));
    case 'near': {
      const rights = findSpans(node.right, words, field, languages);
      return findSpans(node.left, words, field, languages).flatMap(([begin, end]) =>
        rights.flatMap(([otherBegin, otherEnd]): Span[] => {
          if (otherBegin > end && otherBegin - end <= node.distance) return [[begin, otherEnd]];
          if (!node.ordered && begin > otherEnd && begin - otherEnd <= node.distance) return [[otherBegin, end]];
          return [];
        }),
      );
    }
  }
}

function isWord(node: TermNode, { stem }: Word, languages: readonly string[]): boolean {
  if (stem === undefined) return false;
  const form = foldWord(node.text);
  return languages.some((code) => rulesOf(code).stem(form) === stem) || (node.prefix && form !== '' && stem.startsWith(form));
}

/** All ways in which the phrase can begin at a place: every choice of later words in order is tried. */
function findPhrase(node: PhraseNode, words: readonly Word[], at: number, languages: readonly string[]): Span[] {
  const slots = node.words.flatMap((text, offset) => (foldWord(text) === '' ? [] : [{ text, offset }]));
  const [first, ...others] = slots;
  if (!first || !isSlot(node, first, words[at], languages)) return [];
  let ends = [{ end: at, passed: 0 }];
  let offset = first.offset;
  for (const slot of others) {
    const step = slot.offset - offset;
    offset = slot.offset;
    ends = ends.flatMap(({ end, passed }) =>
      words.flatMap((word, place) => {
        const more = place - end - step;
        return more >= 0 && passed + more <= node.slop && isSlot(node, slot, word, languages) ? [{ end: place, passed: passed + more }] : [];
      }),
    );
  }
  return ends.map(({ end }): Span => [at, end]);
}

function isSlot(node: PhraseNode, { text, offset }: { text: string; offset: number }, word: Word | undefined, languages: readonly string[]): boolean {
  const form = foldWord(text);
  if (!word || word.form === '') return false;
  if (node.prefix && offset === node.words.length - 1 && word.stem?.startsWith(form)) return true;
  if (node.asWritten && word.form !== form) return false;
  const { stem } = word;
  if (stem === undefined) return word.form === form && languages.some((code) => rulesOf(code).isStopWord(form));
  return languages.some((code) => !rulesOf(code).isStopWord(form) && rulesOf(code).stem(form) === stem);
}
