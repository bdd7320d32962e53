import { rulesOf } from '../index/languages.ts';
import { foldWord, splitWords } from '../index/split-words.ts';

/** A word of a text as the index sees it. Two equal words of a language are one object. */
export interface KnownWord {
  /** In lower case, without the punctuation around it; empty where nothing is left. */
  readonly form: string;
  /** The index term; empty for stop words and for what is no word. */
  readonly term: string;
  readonly stop: boolean;
}

/** Where it stands: UTF-16, end exclusive. Its place in a list of these is its position in the index. */
export interface PlacedWord {
  readonly start: number;
  readonly end: number;
  readonly word: KnownWord;
}

/** What stands between white space and hyphens: mostly one word, in scripts without spaces many. */
const CHUNK = /[^\s-]+/g;
/** About 6 MB. When there are more, they are forgotten and learnt anew. */
const MOST_KNOWN = 40_000;
/** What is longer hardly comes again. */
const LONGEST_CHUNK = 64;

/** Parts texts into words as the index does, and remembers each one's stem: the same few thousand come again and again. */
export class KnownWords {
  /** By language: what was written, to its words. */
  readonly #chunks = new Map<string, Map<string, readonly PlacedWord[]>>();
  readonly #words = new Map<string, Map<string, KnownWord>>();
  #count = 0;

  /**
   * The words of a text in order.
   *
   * @param language a code of `analysisLanguage`
   * @param most the rest of a longer text is left out
   */
  read(text: string, language: string, most: number): PlacedWord[] {
    if (this.#count > MOST_KNOWN) this.#forget();
    const chunks = entryOf(this.#chunks, language);
    const words: PlacedWord[] = [];
    CHUNK.lastIndex = 0;
    for (let found = CHUNK.exec(text); found && words.length < most; found = CHUNK.exec(text)) {
      const [chunk] = found;
      let known = chunks.get(chunk);
      if (known === undefined) {
        const own = chunk.length <= LONGEST_CHUNK ? copyOf(chunk) : chunk;
        known = this.#readChunk(own, language);
        if (chunk.length <= LONGEST_CHUNK) {
          chunks.set(own, known);
          this.#count += 1;
        }
      }
      for (const { start, end, word } of known) words.push({ start: found.index + start, end: found.index + end, word });
    }
    CHUNK.lastIndex = 0;
    return words.length > most ? words.slice(0, most) : words;
  }

  #readChunk(chunk: string, language: string): PlacedWord[] {
    return Array.from(splitWords(chunk), ({ start, end }) => ({ start, end, word: this.#recall(foldWord(chunk.slice(start, end)), language) }));
  }

  #recall(form: string, language: string): KnownWord {
    const words = entryOf(this.#words, language);
    const known = words.get(form);
    if (known) return known;
    const { isStopWord, stem } = rulesOf(language);
    const stop = form !== '' && isStopWord(form);
    const word = { form, term: stop || form === '' ? '' : stem(form), stop };
    words.set(form, word);
    this.#count += 1;
    return word;
  }

  #forget(): void {
    this.#chunks.clear();
    this.#words.clear();
    this.#count = 0;
  }
}

/** A part of a text keeps all of the text in memory: what is remembered of it has to be a string of its own. */
function copyOf(part: string): string {
  return Buffer.from(part, 'utf16le').toString('utf16le');
}

function entryOf<V>(maps: Map<string, Map<string, V>>, language: string): Map<string, V> {
  const known = maps.get(language);
  if (known) return known;
  const made = new Map<string, V>();
  maps.set(language, made);
  return made;
}
