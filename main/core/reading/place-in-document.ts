import type { Nodes } from 'hast';
import { isReadCharacter, READING_AIDS } from '../../contract/read-characters.ts';
import { isMediaLabel } from '../extract/html/media-label.ts';
import { parseCheckedHtml } from '../extract/html/parse-html.ts';

/** So many equal characters in a row are no accident. */
const TOGETHER = 24;
/** How far one side may be ahead where the two part. */
const FARTHEST = 20_000;
/** Texts that part more often are different texts. */
const MOST_PARTINGS = 2_000;

/**
 * Where pieces of an article's text stand in its document: counted in read characters, see contract/read-characters.ts.
 * Text and document say the same in the same order. Where they do not (text that an older version took otherwise), they
 * part and meet again; what has no counterpart has no place.
 *
 * @param html as it is stored
 * @param marks UTF-16 in the text, end exclusive, in order
 */
export function placeInDocument(text: string, html: string, marks: readonly (readonly [number, number])[]): ([number, number] | null)[] {
  if (marks.length === 0) return [];
  const read = readCharacters(text);
  const document = documentCharacters(html);
  const at = alignCharacters(read.characters, document.characters).map((index) => (index < 0 ? index : (document.places[index] ?? -1)));
  return marks.map(([start, end]) => {
    let first = firstFrom(read.offsets, start);
    let last = firstFrom(read.offsets, end) - 1;
    while (first <= last && (at[first] ?? -1) < 0) first += 1;
    while (last >= first && (at[last] ?? -1) < 0) last -= 1;
    return first > last ? null : [at[first] ?? 0, (at[last] ?? 0) + 1];
  });
}

interface DocumentCharacters {
  /** All of a document that is in the article's text as well, in order. */
  readonly characters: string;
  /** By these, their numbers among all that is read of the document: a window also counts the words of ours in it. */
  readonly places: Int32Array;
}

function documentCharacters(html: string): DocumentCharacters {
  const texts: { readonly characters: string; readonly isOurs: boolean }[] = [];
  collectTexts(parseCheckedHtml(html, { fragment: true }), texts, false);
  const characters = texts.map((text) => (text.isOurs ? '' : text.characters)).join('');
  const places = new Int32Array(characters.length);
  let at = 0;
  let place = 0;
  for (const text of texts) {
    if (!text.isOurs) for (let index = 0; index < text.characters.length; index += 1) places[at + index] = place + index;
    if (!text.isOurs) at += text.characters.length;
    place += text.characters.length;
  }
  return { characters, places };
}

function collectTexts(node: Nodes, texts: { readonly characters: string; readonly isOurs: boolean }[], isOurs: boolean): void {
  if (node.type === 'text') texts.push({ characters: readCharacters(node.value).characters, isOurs });
  if (!('children' in node) || (node.type === 'element' && READING_AIDS.has(node.tagName))) return;
  for (const child of node.children) collectTexts(child, texts, isOurs || (node.type === 'element' && isMediaLabel(node)));
}

function readCharacters(text: string): { characters: string; offsets: Int32Array } {
  const offsets = new Int32Array(text.length);
  const runs: string[] = [];
  let count = 0;
  let run = 0;
  for (let offset = 0; offset < text.length; offset += 1) {
    if (isReadCharacter(text.charCodeAt(offset))) {
      offsets[count] = offset;
      count += 1;
    } else {
      if (offset > run) runs.push(text.slice(run, offset));
      run = offset + 1;
    }
  }
  runs.push(text.slice(run));
  return { characters: runs.join(''), offsets: offsets.subarray(0, count) };
}

/** By character of `one`, which character of `other` it is; -1 for none. */
function alignCharacters(one: string, other: string): Int32Array {
  const at = new Int32Array(one.length).fill(-1);
  let partings = 0;
  let i = 0;
  let j = 0;
  while (i < one.length && j < other.length && partings <= MOST_PARTINGS) {
    if (one.charCodeAt(i) === other.charCodeAt(j)) {
      at[i] = j;
      i += 1;
      j += 1;
      continue;
    }
    partings += 1;
    const ahead = distanceTo(other, j, one.slice(i, i + TOGETHER));
    const behind = distanceTo(one, i, other.slice(j, j + TOGETHER));
    if (ahead < 0 && behind < 0) {
      // One character was another before.
      i += 1;
      j += 1;
    } else if (behind < 0 || (ahead >= 0 && ahead <= behind)) j += ahead;
    else i += behind;
  }
  return at;
}

function distanceTo(text: string, from: number, piece: string): number {
  return piece.length === 0 ? -1 : text.slice(from, from + FARTHEST).indexOf(piece);
}

/** The first index whose offset is not below `from`. */
function firstFrom(offsets: Int32Array, from: number): number {
  let low = 0;
  let high = offsets.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((offsets[middle] ?? 0) < from) low = middle + 1;
    else high = middle;
  }
  return low;
}
