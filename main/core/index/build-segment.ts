import { assembleSegment } from './assemble-segment.ts';
import { FIELDS } from './fields.ts';
import { groupWords } from './group-words.ts';
import type { IndexDocument } from './index-document.ts';
import { analysisLanguage } from './languages.ts';
import { byCodeUnits, WORD_KIND, WordList, type Lexicon, type WordKind } from './lexicon.ts';
import { FIELD_BITS, PostingsWriter, type Occurrences } from './postings-writer.ts';
import type { DocumentEntry } from './segment-documents.ts';
import type { Sections } from './segment-file.ts';

/** The forms of a term that stands for nothing but itself. */
const ONLY_ITSELF: readonly string[] = [];

/**
 * Makes a segment of documents: the words of all of them are gathered as numbers in the order of reading, then brought
 * into the order of terms by counting (each word's occurrences are counted first, so that its place in one large array
 * is known), then written. Takes about 12 bytes of memory for each word of the documents.
 */
export class SegmentBuilder {
  readonly #lexicon: Lexicon;
  readonly #words = new WordList();
  /** Where the words of each field of each document end, in order of reading. */
  readonly #ends: number[] = [];
  readonly #documents: DocumentEntry[] = [];
  readonly #languages: string[] = [];

  /** @param lexicon is best kept from one segment to the next */
  constructor(lexicon: Lexicon) {
    this.#lexicon = lexicon;
  }

  get documents(): number {
    return this.#documents.length;
  }

  get words(): number {
    return this.#words.length;
  }

  add({ n, id, version, language, published, fields }: IndexDocument): void {
    const code = analysisLanguage(language);
    const { kinds } = this.#lexicon;
    const lengths = FIELDS.map((field) => {
      const from = this.#words.length;
      this.#lexicon.readText(fields[field], fields[field].length, code, this.#words);
      this.#ends.push(this.#words.length);
      let length = 0;
      // As in lunr also what holds nothing but punctuation makes a field longer.
      for (let at = from; at < this.#words.length; at += 1) if (kinds[this.#words.words[at] ?? 0] !== WORD_KIND.stop) length += 1;
      return length;
    });
    this.#documents.push({ n, id, version, published, language: this.#languageNumber(code), lengths });
  }

  finish(): Sections {
    const { counts, used } = this.#countWords();
    const terms = this.#writeTable(WORD_KIND.term, used, counts);
    const stops = this.#writeTable(WORD_KIND.stop, used, counts);
    return assembleSegment(this.#documents, this.#languages, terms, stops);
  }

  #languageNumber(code: string): number {
    const known = this.#languages.indexOf(code);
    return known === -1 ? this.#languages.push(code) - 1 : known;
  }

  #countWords(): { counts: Uint32Array; used: number[] } {
    const counts = new Uint32Array(this.#lexicon.forms.length);
    const used: number[] = [];
    const { words, length } = this.#words;
    for (let at = 0; at < length; at += 1) {
      const word = words[at] ?? 0;
      const count = counts[word] ?? 0;
      if (count === 0) used.push(word);
      counts[word] = count + 1;
    }
    return { counts, used };
  }

  #writeTable(kind: WordKind, used: readonly number[], counts: Uint32Array): { terms: Uint8Array; records: Uint8Array; positions: Uint8Array } {
    const groups = groupWords(this.#lexicon, kind, used);
    // Word to its term's place + 1, and to its number among the term's forms.
    const termOf = new Uint32Array(counts.length);
    const formOf = new Uint16Array(counts.length);
    const forms: (readonly string[])[] = [];
    const starts = new Uint32Array(groups.terms.length + 1);
    for (const [place, term] of groups.terms.entries()) {
      const words = groups.words.subarray(groups.starts[place], groups.starts[place + 1]);
      const own = this.#formsOf(term, words);
      forms.push(own);
      let sum = 0;
      for (const word of words) {
        termOf[word] = place + 1;
        if (own.length > 1) formOf[word] = own.indexOf(this.#lexicon.forms[word] ?? '');
        sum += counts[word] ?? 0;
      }
      starts[place + 1] = (starts[place] ?? 0) + sum;
    }
    const occurrences = this.#sortOccurrences(termOf, formOf, forms, starts);
    const writer = new PostingsWriter();
    for (const [place, term] of groups.terms.entries()) writer.writeTerm(term, forms[place] ?? [], occurrences, starts[place] ?? 0, starts[place + 1] ?? 0);
    return writer.finish();
  }

  /** Two languages may have the same form of a term. */
  #formsOf(term: string, words: Uint32Array): readonly string[] {
    const { forms } = this.#lexicon;
    const [first = 0] = words;
    if (words.length === 1) return forms[first] === term ? ONLY_ITSELF : [forms[first] ?? ''];
    const own = [...new Set(Array.from(words, (word) => forms[word] ?? ''))];
    return own.toSorted(byCodeUnits);
  }

  /** All occurrences of terms, those of a term together, each term's in order of document, field and position. */
  #sortOccurrences(termOf: Uint32Array, formOf: Uint16Array, forms: readonly (readonly string[])[], starts: Uint32Array): Occurrences {
    const total = starts.at(-1) ?? 0;
    const places = new Uint32Array(total);
    const positions = new Uint32Array(total);
    const formCounts = Uint32Array.from(forms, ({ length }) => Math.max(1, length));
    const next = starts.slice();
    const { words } = this.#words;
    let at = 0;
    for (let part = 0; part < this.#ends.length; part += 1) {
      const doc = Math.floor(part / FIELDS.length);
      const place = (doc << FIELD_BITS) | (part - doc * FIELDS.length);
      const end = this.#ends[part] ?? 0;
      for (const from = at; at < end; at += 1) {
        const word = words[at] ?? 0;
        const term = termOf[word] ?? 0;
        if (term === 0) continue;
        const slot = next[term - 1] ?? 0;
        next[term - 1] = slot + 1;
        places[slot] = place;
        positions[slot] = (at - from) * (formCounts[term - 1] ?? 1) + (formOf[word] ?? 0);
      }
    }
    return { places, positions };
  }
}
