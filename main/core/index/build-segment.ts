import { assembleSegment } from './assemble-segment.ts';
import { FIELDS } from './fields.ts';
import { groupWords } from './group-words.ts';
import type { IndexDocument } from './index-document.ts';
import { analysisLanguage } from './languages.ts';
import { byCodeUnits, WORD_KIND, type Lexicon, type WordKind, type WordList } from './lexicon.ts';
import { PostingsWriter } from './postings-writer.ts';
import type { DocumentEntry } from './segment-documents.ts';
import type { Sections } from './segment-file.ts';
import { FORM_BITS, sortOccurrences, type TermsOfWords } from './sort-occurrences.ts';

/** The forms of a term that stands for nothing but itself. */
const ONLY_ITSELF: readonly string[] = [];

/** The terms of one table in order, each with its forms. */
interface TermPlan {
  readonly terms: readonly string[];
  readonly forms: readonly (readonly string[])[];
}

/**
 * Makes a segment of documents: the words of all of them are gathered as numbers in the order of reading and counted,
 * then brought into the order of terms and written. Takes about 16 bytes of memory for each word of the documents.
 */
export class SegmentBuilder {
  readonly #lexicon: Lexicon;
  readonly #words: WordList;
  /** By word, how often it came. */
  #counts = new Uint32Array(1 << 12);
  /** Where the words of each field of each document end, in order of reading. */
  readonly #ends: number[] = [];
  readonly #documents: DocumentEntry[] = [];
  readonly #languages: string[] = [];

  /** @param lexicon is best kept from one segment to the next; it serves one builder at a time */
  constructor(lexicon: Lexicon) {
    this.#lexicon = lexicon;
    this.#words = lexicon.scratch.words;
    this.#words.length = 0;
  }

  get documents(): number {
    return this.#documents.length;
  }

  get words(): number {
    return this.#words.length;
  }

  add({ n, id, version, language, published, fields }: IndexDocument): void {
    const code = analysisLanguage(language);
    const lengths = FIELDS.map((field) => {
      const from = this.#words.length;
      this.#lexicon.readText(fields[field], fields[field].length, code, this.#words);
      this.#ends.push(this.#words.length);
      return this.#countWords(from);
    });
    this.#documents.push({ n, id, version, published, language: this.#languageNumber(code), lengths });
  }

  finish(): Sections {
    const used = this.#listUsed();
    const termsOf: TermsOfWords = new Uint32Array(this.#counts.length * 2);
    const ends: number[] = [];
    const terms = this.#planTable(WORD_KIND.term, used, termsOf, ends);
    const stops = this.#planTable(WORD_KIND.stop, used, termsOf, ends);
    const starts = new Uint32Array(ends.length + 1);
    starts.set(ends, 1);
    const scoring = starts[terms.terms.length] ?? 0;
    const writers = { terms: makeWriter(scoring), stops: makeWriter((starts.at(-1) ?? 0) - scoring) };
    sortOccurrences({ words: this.#words, ends: this.#ends, termsOf, starts, scratch: this.#lexicon.scratch }, (place, occurrences, from, to) => {
      const stop = place - terms.terms.length;
      if (stop < 0) writers.terms.writeTerm(terms.terms[place] ?? '', terms.forms[place] ?? [], occurrences, from, to);
      else writers.stops.writeTerm(stops.terms[stop] ?? '', stops.forms[stop] ?? [], occurrences, from, to);
    });
    return assembleSegment(this.#documents, this.#languages, writers.terms.finish(), writers.stops.finish());
  }

  #languageNumber(code: string): number {
    const known = this.#languages.indexOf(code);
    return known === -1 ? this.#languages.push(code) - 1 : known;
  }

  /** Counts the words from a place on. @returns how many of them are no stop words: as in lunr also what holds nothing but punctuation makes a field longer */
  #countWords(from: number): number {
    const { kinds, forms } = this.#lexicon;
    if (this.#counts.length < forms.length) {
      const larger = new Uint32Array(Math.max(forms.length, this.#counts.length * 2));
      larger.set(this.#counts);
      this.#counts = larger;
    }
    const counts = this.#counts;
    const { words, length } = this.#words;
    let scoring = 0;
    for (let at = from; at < length; at += 1) {
      const word = words[at] ?? 0;
      counts[word] = (counts[word] ?? 0) + 1;
      if (kinds[word] !== WORD_KIND.stop) scoring += 1;
    }
    return scoring;
  }

  #listUsed(): number[] {
    const used: number[] = [];
    for (let word = 0; word < this.#counts.length; word += 1) if (this.#counts[word] !== 0) used.push(word);
    return used;
  }

  /** @param ends gets, for each term, where its occurrences end among those of all */
  #planTable(kind: WordKind, used: readonly number[], termsOf: TermsOfWords, ends: number[]): TermPlan {
    const { terms, starts, words } = groupWords(this.#lexicon, kind, used);
    const forms: (readonly string[])[] = [];
    let end = ends.at(-1) ?? 0;
    for (let place = 0; place < terms.length; place += 1) {
      const own = words.subarray(starts[place], starts[place + 1]);
      const ownForms = this.#formsOf(terms[place] ?? '', own);
      forms.push(ownForms);
      const several = ownForms.length > 1;
      const formCount = Math.max(1, ownForms.length) << FORM_BITS;
      for (const word of own) {
        termsOf[word * 2] = ends.length + 1;
        termsOf[word * 2 + 1] = formCount | (several ? ownForms.indexOf(this.#lexicon.forms[word] ?? '') : 0);
        end += this.#counts[word] ?? 0;
      }
      ends.push(end);
    }
    return { terms, forms };
  }

  /** Two languages may have the same form of a term. */
  #formsOf(term: string, words: Uint32Array): readonly string[] {
    const { forms } = this.#lexicon;
    const first = forms[words[0] ?? 0] ?? '';
    if (words.length === 1) return first === term ? ONLY_ITSELF : [first];
    const second = forms[words[1] ?? 0] ?? '';
    if (words.length === 2 && first !== second) return first < second ? [first, second] : [second, first];
    const own = [...new Set(Array.from(words, (word) => forms[word] ?? ''))];
    return own.toSorted(byCodeUnits);
  }
}

/** Texts of news take about one byte of records and one and a half of positions for each word. */
function makeWriter(occurrences: number): PostingsWriter {
  return new PostingsWriter({ records: Math.ceil(occurrences * 1.25), positions: Math.ceil(occurrences * 1.75) });
}
