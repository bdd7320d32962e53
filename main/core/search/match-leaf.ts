import { rulesOf } from '../index/languages.ts';
import { foldWord } from '../index/split-words.ts';
import type { KnownWord } from './known-words.ts';
import { makeFuzzyTest, makePatternTest, unitsOf } from './match-words.ts';
import type { PhraseNode, TermNode } from './query-tree.ts';

/** A part of a query that words of a text are compared with. */
export type Leaf = TermNode | PhraseNode;
export type WordTest = (word: KnownWord) => boolean;

/**
 * Tests for the words of a leaf, in order: a phrase has one for each place, undefined where any word may stand.
 *
 * @param languages codes of all languages that the library has: a query is analysed by the rules of each
 */
export function makeWordTests(leaf: Leaf, languages: readonly string[]): (WordTest | undefined)[] {
  if (leaf.kind === 'term') return [makeTermTest(leaf, languages)];
  return leaf.words.map((text, place) => {
    const whole = makePhraseTest(text, leaf.asWritten, languages);
    if (!whole || !leaf.prefix || place < leaf.words.length - 1) return whole;
    const begun = makeTermTest({ text, pattern: false, edits: 0, prefix: true }, languages);
    return (word) => whole(word) || begun(word);
  });
}

/** Which words a clause of lunr's matches: those whose index term does. Stop words have none. */
function makeTermTest({ text, pattern, edits, prefix }: Pick<TermNode, 'text' | 'pattern' | 'edits' | 'prefix'>, languages: readonly string[]): WordTest {
  const form = foldWord(text);
  const starts = pattern ? [text] : stemsOf(form, languages);
  const test = makeStartsTest(starts, edits, pattern && text.includes('*'));
  return ({ term }) => term !== '' && (test(term) || (prefix && form !== '' && term.startsWith(form)));
}

function makeStartsTest(starts: readonly string[], edits: number, wild: boolean): (term: string) => boolean {
  if (edits === 0 && !wild) {
    const exact = new Set(starts);
    return (term) => exact.has(term);
  }
  const tests = starts.map((start) => (edits > 0 ? makeFuzzyTest(start, edits) : makePatternTest(start)));
  return (term) => tests.some((test) => test(unitsOf(term), 0, term.length));
}

function makePhraseTest(asked: string, asWritten: boolean, languages: readonly string[]): WordTest | undefined {
  const form = foldWord(asked);
  if (form === '') return undefined;
  if (asWritten) return (word) => word.form === form;
  // Each language either stems a word or compares it as it is.
  const stops = languages.some((code) => rulesOf(code).isStopWord(form));
  const stems = new Set(stemsOf(form, languages.filter((code) => !rulesOf(code).isStopWord(form))));
  return (word) => (word.stop ? stops && word.form === form : word.term !== '' && stems.has(word.term));
}

function stemsOf(form: string, languages: readonly string[]): string[] {
  return languages.map((code) => rulesOf(code).stem(form)).filter((stem) => stem !== '');
}
