/// <reference path="./lunr-parser.d.ts" />
import fc from 'fast-check';
import lunr from 'lunr';
import { describe, expect, it } from 'vitest';
import { randomRuns } from '../base/random-runs.ts';
import { FIELDS } from '../index/fields.ts';
import { textArbitrary } from '../index/index-fixtures.ts';
import { rulesOf } from '../index/languages.ts';
import { spaceWords } from '../index/split-words.ts';
import { KnownWords } from './known-words.ts';
import { makeMarker } from './mark-text.ts';
import { mendTokenSets } from './mend-token-sets.ts';
import type { GroupNode, NearNode, PhraseNode, Presence, QueryNode, SpanNode, TermNode } from './query-tree.ts';

mendTokenSets();
const at = { start: 0, end: 0 };
const term = (text: string, changed: Partial<TermNode> = {}): TermNode => ({ kind: 'term', text, fields: FIELDS, boost: 1, edits: 0, pattern: text.includes('*'), prefix: false, at, ...changed });
const phrase = (words: string, changed: Partial<PhraseNode> = {}): PhraseNode => ({ kind: 'phrase', words: words.split(' '), fields: FIELDS, boost: 1, asWritten: false, slop: 0, prefix: false, at, ...changed });
const near = (left: SpanNode, right: SpanNode, distance: number, ordered = false): NearNode => ({ kind: 'near', ordered, distance, left, right, at });
const group = (...items: [Presence, QueryNode][]): GroupNode => ({ kind: 'group', items: items.map(([presence, node]) => ({ presence, node })), at });

const marked = (root: QueryNode, text: string, language: string | null = 'en', languages = ['en', 'de', 'fr']) =>
  makeMarker(root, languages).mark(text, language, 'body').map(({ start, end }) => text.slice(start, end));

describe('the marks of a text', () => {
  it('stand on every word with a matching stem, without the punctuation around it', () => {
    expect(marked(term('lamp'), 'The keeper said: “Lamps, lamps!” and lit the lamp.')).toEqual(['Lamps', 'lamps', 'lamp']);
  });

  it('stand on what a pattern, a misspelling and a beginning match', () => {
    expect(marked(term('l*p'), 'A lamp, a loop and a lamb.')).toEqual(['lamp', 'loop']);
    expect(marked(term('lamp', { edits: 1 }), 'A lamp, a clamp and a lamb by the harbour.')).toEqual(['lamp', 'clamp', 'lamb']);
    expect(marked(term('har', { prefix: true }), 'Harbours are harsh, and sharks.')).toEqual(['Harbours', 'harsh']);
  });

  it('stand on a phrase only where the whole of it stands', () => {
    const text = 'The keeper of the lamp kept a lamp; keepers of the lamps. Lamp of keeper.';
    expect(marked(phrase('keeper of the lamp'), text)).toEqual(['keeper', 'of', 'the', 'lamp', 'keepers', 'of', 'the', 'lamps']);
    expect(marked(phrase('keeper of the lamp', { asWritten: true }), text)).toEqual(['keeper', 'of', 'the', 'lamp']);
    expect(marked(phrase('salt pepper'), 'Salt & pepper, salt, pepper.')).toEqual(['salt', 'pepper']);
    expect(marked(phrase('salt pepper', { slop: 1 }), 'Salt & pepper; salt and then pepper.')).toEqual(['Salt', 'pepper']);
  });

  it('stand on words that are near one another, and not on the others', () => {
    const text = 'lamp oil x x x oil x lamp x x x x lamp';
    const places = (root: QueryNode) => makeMarker(root, ['en']).mark(text, 'en', 'body').map(({ start }) => text.slice(0, start).split(' ').length - 1);
    expect(places(near(term('lamp'), term('oil'), 2))).toEqual([0, 1, 5, 7]);
    expect(places(near(term('lamp'), term('oil'), 1, true))).toEqual([0, 1]);
    expect(places(near(near(term('lamp'), term('oil'), 1), term('lamp'), 6))).toEqual([0, 1, 7]);
  });

  it('are none for what is excluded', () => {
    expect(marked(group(['required', term('lamp')], ['prohibited', term('oil')], ['optional', { kind: 'not', part: term('keeper'), at }]), 'lamp oil keeper')).toEqual(['lamp']);
  });

  it('are none in another field than was asked for', () => {
    const marker = makeMarker(group(['optional', term('lamp', { fields: ['title'] })]), ['en']);
    expect([marker.mark('lamp', 'en', 'title').length, marker.mark('lamp', 'en', 'body').length]).toEqual([1, 0]);
  });

  it('follow the rules of the article\'s language', () => {
    expect(marked(term('häuser'), 'Ein Haus, viele Häuser, des Hauses.', 'de')).toEqual(['Haus', 'Häuser', 'Hauses']);
    expect(marked(phrase('die lampe'), 'Die Lampen und die Lampe.', 'de')).toEqual(['Die', 'Lampen', 'die', 'Lampe']);
    expect(marked(term('北京'), '北京今天下雪。', 'zh', ['en', 'und'])).toEqual(['北京']);
    expect(marked(term('москва'), 'Вчера Москва молчала.', null)).toEqual(['Москва']);
  });

  it('stay few and soon where a text matches at every word', () => {
    const text = 'lamp '.repeat(60_000);
    const everywhere = near(near(phrase('lamp lamp', { slop: 1_000 }), term('lamp'), 1_000), term('lamp'), 1_000);
    expect(makeMarker(everywhere, ['en']).mark(text, 'en', 'body').length).toBeGreaterThan(0);
  });

  it('are those of a plain scan of the text', () => {
    fc.assert(
      fc.property(textArbitrary, fc.constantFrom('en', 'de', 'fr', 'ja'), queryArbitrary, (text, language, root) => {
        const marks = makeMarker(root, LANGUAGES, known).mark(text, language, 'body');
        const expected = scan(root, text, language === 'ja' ? 'und' : language);
        expect(new Set(marks.map(({ start }) => start))).toEqual(new Set(expected));
      }),
      { numRuns: randomRuns(500) },
    );
  });
});

// A plain scan: every word by itself, every choice of words tried.

const LANGUAGES = ['en', 'de', 'fr', 'und'];
const known = new KnownWords();
const QUERY_WORDS = ['lamp', 'lamps', 'oil', 'keeper', 'kept', 'running', 'the', 'of', 'and', 'x', 'well', 'café', 'москва', '北京', 'u.s.', 'bat', 'tab'];
const word = fc.constantFrom(...QUERY_WORDS);
const fields = fc.constantFrom(FIELDS, ['body'] as const, ['title'] as const);
const termArbitrary = fc
  .record({ text: fc.oneof(word, fc.constantFrom('la*', '*e*', 'ba*t', 'ke')), edits: fc.constantFrom(0, 0, 1, 2), prefix: fc.boolean(), fields })
  .map(({ text, ...changed }) => term(text, changed));
const phraseArbitrary = fc
  .record({ words: fc.array(fc.oneof(word, fc.constant('&')), { minLength: 1, maxLength: 3 }), asWritten: fc.boolean(), slop: fc.constantFrom(0, 0, 1, 3), prefix: fc.boolean(), fields })
  .map(({ words, ...changed }) => phrase(words.join(' '), changed));
const { span: spanArbitrary } = fc.letrec<{ span: SpanNode; near: NearNode }>((tie) => ({
  span: fc.oneof({ maxDepth: 2 }, termArbitrary, phraseArbitrary, tie('near'), fc.array(termArbitrary, { minLength: 1, maxLength: 2 }).map((parts): SpanNode => ({ kind: 'or', parts, at }))),
  near: fc.record({ left: tie('span'), right: tie('span'), distance: fc.integer({ min: 1, max: 4 }), ordered: fc.boolean() }).map(({ left, right, distance, ordered }) => near(left, right, distance, ordered)),
}));
const queryArbitrary = fc
  .array(fc.tuple(fc.constantFrom<Presence>('optional', 'required', 'prohibited'), spanArbitrary), { minLength: 1, maxLength: 3 })
  .map((items) => group(...items.map(([presence, node]): [Presence, QueryNode] => [presence, node.kind === 'or' ? { kind: 'or', parts: node.parts.map((part): QueryNode => (part.kind === 'or' ? term('x') : part)), at } : node])));

interface ScannedWord {
  readonly start: number;
  readonly form: string;
  readonly term: string | null;
}

function fold(text: string): string {
  return text.toLowerCase().replaceAll(/^[^\p{L}\p{M}\p{N}_]+|[^\p{L}\p{M}\p{N}_]+$/gu, '');
}

function scanWords(text: string, language: string): ScannedWord[] {
  const words: ScannedWord[] = [];
  let from = 0;
  for (const piece of spaceWords(text).split(/[\s-]+/u)) {
    if (piece === '') continue;
    const start = text.indexOf(piece, from);
    from = start + piece.length;
    const form = fold(piece);
    const lead = /^[^\p{L}\p{M}\p{N}_]*/u.exec(piece)?.[0].length ?? 0;
    words.push({ start: start + lead, form, term: form === '' || rulesOf(language).isStopWord(form) ? null : rulesOf(language).stem(form) });
  }
  return words;
}

function scan(root: GroupNode, text: string, language: string): number[] {
  const words = scanWords(text, language);
  const nodes = root.items.filter(({ presence }) => presence !== 'prohibited').flatMap(({ node }) => (node.kind === 'or' ? node.parts : [node]));
  return nodes.flatMap((node) => (node.kind === 'term' || node.kind === 'phrase' || node.kind === 'near' ? scanSpans(node, words) : [])).flatMap((places) => places.map((place) => words[place]?.start ?? -1));
}

/** Each as the places of its words. */
function scanSpans(node: SpanNode, words: readonly ScannedWord[]): number[][] {
  if (node.kind === 'or') return node.parts.flatMap((part) => scanSpans(part, words));
  if (node.kind === 'near') {
    const left = scanSpans(node.left, words);
    const right = scanSpans(node.right, words);
    const behind = (a: number[], b: number[]) => Math.min(...b) - Math.max(...a);
    const isNear = (distance: number) => distance >= 1 && distance <= node.distance;
    return left.flatMap((a) => right.flatMap((b) => (isNear(behind(a, b)) || (!node.ordered && isNear(behind(b, a))) ? [[...a, ...b]] : [])));
  }
  if (!node.fields.includes('body')) return [];
  if (node.kind === 'term') return words.flatMap((own, place) => (scanTerm(node, own) ? [[place]] : []));
  return scanPhrase(node, words);
}

function scanTerm(node: TermNode, { term: own }: ScannedWord): boolean {
  if (own === null) return false;
  const starts = node.pattern ? [node.text] : LANGUAGES.map((code) => rulesOf(code).stem(fold(node.text)));
  const found = starts.some((start) => {
    const automaton = node.edits > 0 ? lunr.TokenSet.fromFuzzyString(start, node.edits) : lunr.TokenSet.fromString(start);
    return lunr.TokenSet.fromArray([own]).intersect(automaton).toArray().length > 0;
  });
  return found || (node.prefix && own.startsWith(fold(node.text)));
}

function scanPhrase(node: PhraseNode, words: readonly ScannedWord[]): number[][] {
  const asked = node.words;
  const lead = asked.findIndex((one) => one !== '&');
  if (lead === -1) return [];
  const inner = asked.slice(lead, asked.findLastIndex((one) => one !== '&') + 1);
  const matches = (own: ScannedWord, asked: string, isLast: boolean): boolean => {
    const one = fold(asked);
    if (isLast && node.prefix && own.term !== null && (own.term.startsWith(one) || LANGUAGES.some((code) => rulesOf(code).stem(one) === own.term))) return true;
    if (own.form === '') return false;
    if (node.asWritten) return own.form === one;
    if (own.term === null) return own.form === one && LANGUAGES.some((code) => rulesOf(code).isStopWord(one));
    return LANGUAGES.some((code) => !rulesOf(code).isStopWord(one) && rulesOf(code).stem(one) === own.term);
  };
  /** All ways to set the words from this one on, behind a place; the earliest first. */
  const ways = (index: number, from: number, longest: number): number[][] => {
    const one = inner[index];
    if (one === undefined) return [[]];
    if (one === '&') return ways(index + 1, from + 1, longest);
    const isLast = index + lead === asked.length - 1;
    const open = Array.from({ length: Math.max(0, Math.min(words.length, longest + 1) - from) }, (_, step) => from + step);
    // Behind a gap the next word may still stand later, as slop allows.
    return open.flatMap((place) => (matches(words[place] ?? { start: 0, form: '', term: null }, one, isLast) ? ways(index + 1, place + 1, longest).map((rest) => [place, ...rest]) : []));
  };
  return words.flatMap((_, begin) => {
    const whole = ways(0, begin, begin + inner.length - 1 + node.slop).find(([first]) => first === begin);
    return whole ? [whole] : [];
  });
}
