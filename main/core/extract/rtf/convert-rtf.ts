import type { Root } from 'hast';
import { LibraryError } from '../../../contract/errors.ts';
import { LIMITS } from '../../base/limits.ts';
import { noteList } from '../document/write-notes.ts';
import { applyWord } from './apply-word.ts';
import { buildBlocks } from './build-blocks.ts';
import { openDestination } from './open-destination.ts';
import { decodeRtfBytes, decodeSymbol } from './rtf-charsets.ts';
import { RtfDocument } from './rtf-document.ts';
import { innerGroup, outermostGroup, RtfCollector, type RtfGroup } from './rtf-group.ts';
import { RtfPicture } from './rtf-picture.ts';
import { RtfStory } from './rtf-story.ts';
import { CHARACTERS, SYMBOLS } from './rtf-words.ts';
import { tokenizeRtf, type RtfToken } from './tokenize-rtf.ts';

export interface ConvertedRtf {
  /** Not sanitized. Pictures are named `pictures/NUMBER.TYPE`. */
  readonly content: Root;
  readonly pictures: ReadonlyMap<string, Uint8Array>;
  /** What `\info` and the like say, by name. */
  readonly facts: ReadonlyMap<string, string>;
  readonly properties: ReadonlyMap<string, string>;
  /** The file ends inside of its text. */
  readonly breaksOff: boolean;
}

/** Texts that are not the document's are names and addresses. */
const LONGEST_COLLECTED = 20_000;

/**
 * An RTF document as a tree of HTML. Groups are followed one by one on a stack of our own, never by recursion; objects, macros
 * and whatever is not known are left out.
 *
 * @throws LibraryError `too-deep`, `too-large`
 */
export function convertRtf(bytes: Uint8Array): ConvertedRtf {
  const { document, breaksOff } = new RtfConversion(bytes).run();
  const notes = document.notes.map(({ paragraphs }, index) => ({ mark: String(index + 1), content: buildBlocks(paragraphs) }));
  const content: Root = { type: 'root', children: [...buildBlocks(document.body.paragraphs), ...noteList(notes)] };
  return { content, pictures: document.pictures, facts: document.facts, properties: document.properties, breaksOff };
}

class RtfConversion {
  readonly #bytes: Uint8Array;
  readonly #document = new RtfDocument();
  readonly #groups: RtfGroup[] = [];
  #group: RtfGroup = outermostGroup(this.#document.body);
  /** Bytes of text that wait for those after them: a character may have several. */
  #pending: number[] = [];
  /** Characters still to be left out after `\u`. */
  #skip = 0;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
  }

  run(): { document: RtfDocument; breaksOff: boolean } {
    let hasEnded = false;
    for (const token of tokenizeRtf(this.#bytes)) {
      this.#take(token);
      hasEnded = token.kind === 'close' && this.#groups.length === 0;
      // What follows the document is not the document.
      if (hasEnded) break;
    }
    this.#flush();
    while (this.#groups.length > 0) this.#close();
    this.#document.finishStory(this.#document.body, this.#group);
    return { document: this.#document, breaksOff: !hasEnded };
  }

  #take(token: RtfToken): void {
    if (token.kind === 'text') return this.#takeText(token.start, token.end);
    if (token.kind === 'byte') return this.#takeByte(token.value);
    this.#flush();
    if (token.kind === 'open') this.#open();
    else if (token.kind === 'close') this.#close();
    else if (token.kind === 'symbol') this.#takeSymbol(token.character);
    else if (token.kind === 'word') this.#takeWord(token.name, token.value);
    else if (this.#group.sink instanceof RtfPicture) this.#group.sink.takeBytes(this.#bytes.subarray(token.start, token.end));
  }

  #open(): void {
    if (this.#groups.length >= LIMITS.rtfGroups) {
      throw new LibraryError('too-deep', `This document has more than ${LIMITS.rtfGroups} groups inside one another. It cannot be read safely.`);
    }
    this.#skip = 0;
    this.#groups.push(this.#group);
    this.#group = innerGroup(this.#group);
    if (this.#group.table !== 'styles') return;
    const name = new RtfCollector();
    Object.assign(this.#group, { table: 'style', sink: name, style: 0, outline: undefined });
    this.#group.close = ({ style, outline }) => this.#document.setStyle(style, name.text, outline);
  }

  #close(): void {
    this.#skip = 0;
    const around = this.#groups.pop();
    if (around === undefined) return;
    this.#group.close?.(this.#group);
    this.#group = around;
  }

  #takeSymbol(character: string): void {
    if (character === '*') {
      this.#group.starred = true;
      return;
    }
    if (character === '\n') return this.#takeWord('par', undefined);
    const text = SYMBOLS[character];
    if (text === undefined) return;
    if (this.#skip > 0) this.#skip -= 1;
    else this.#put(text);
  }

  #takeWord(name: string, value: number | undefined): void {
    this.#skip = 0;
    const group = this.#group;
    if (name === 'u' && !group.starred) return this.#takeUnicode(value ?? 0);
    if (openDestination(name, group, this.#document)) return;
    if (group.sink instanceof RtfPicture) return group.sink.takeWord(name, value);
    const character = Object.hasOwn(CHARACTERS, name) ? CHARACTERS[name] : undefined;
    if (character !== undefined) this.#put(character);
    else applyWord(name, value, group, this.#document);
  }

  /** UTF-16, with a sign. Two that make one character meet in the text. */
  #takeUnicode(value: number): void {
    const unit = value & 0xffff;
    const isSymbol = unit >= 0xf020 && unit <= 0xf0ff && this.#document.charsetOf(this.#group.font) === 'symbol';
    this.#put(isSymbol ? decodeSymbol(unit - 0xf000) : String.fromCharCode(unit));
    this.#skip = this.#group.skipAfterUnicode;
  }

  #takeByte(value: number): void {
    if (this.#skip > 0) this.#skip -= 1;
    else if (this.#group.sink !== undefined) this.#pending.push(value);
  }

  #takeText(tokenStart: number, end: number): void {
    const start = Math.min(end, tokenStart + this.#skip);
    this.#skip -= start - tokenStart;
    const { sink } = this.#group;
    if (sink === undefined || start === end) return;
    const text = this.#bytes.subarray(start, end);
    if (sink instanceof RtfPicture) return sink.takeHex(Buffer.from(text).toString('latin1'));
    for (const byte of text) this.#pending.push(byte);
  }

  #flush(): void {
    if (this.#pending.length === 0) return;
    const bytes = Uint8Array.from(this.#pending);
    this.#pending = [];
    this.#put(decodeRtfBytes(bytes, this.#document.charsetOf(this.#group.font)));
  }

  #put(text: string): void {
    const { sink, hidden, format, link } = this.#group;
    if (sink instanceof RtfStory && !hidden) sink.addText(text, format, link);
    if (sink instanceof RtfCollector && sink.text.length < LONGEST_COLLECTED) sink.text += text;
  }
}
