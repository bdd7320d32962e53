import type { Element } from 'hast';
import { LIMITS } from '../../base/limits.ts';
import { noteReference } from '../document/write-notes.ts';
import { readField } from './read-field.ts';
import type { RtfDocument } from './rtf-document.ts';
import { PLAIN, RtfCollector, type RtfGroup } from './rtf-group.ts';
import { RtfPicture } from './rtf-picture.ts';
import { RtfStory } from './rtf-story.ts';
import { INFO, SKIPPED, STARRED } from './rtf-words.ts';

type Opener = (group: RtfGroup, document: RtfDocument) => void;

/** Properties of formulas; their letters stand beside them. */
const MATH_PROPERTIES = /^m[A-Za-z]+Pr$/;

/**
 * Makes the group what its first word says it is: a note, a picture, a table of fonts.
 *
 * @returns whether the word was one of these
 */
export function openDestination(name: string, group: RtfGroup, document: RtfDocument): boolean {
  const starred = group.starred;
  group.starred = false;
  if ((starred && !STARRED.has(name)) || SKIPPED.has(name) || MATH_PROPERTIES.test(name)) {
    leaveOut(group);
    return true;
  }
  const isInfo = Object.hasOwn(INFO, name) && (group.table === 'info' || starred);
  const opener = isInfo ? openFact(INFO[name] ?? name) : Object.hasOwn(OPENERS, name) ? OPENERS[name] : undefined;
  opener?.(group, document);
  return opener !== undefined || starred;
}

const OPENERS: Readonly<Record<string, Opener>> = {
  fonttbl: (group) => openTable('fonts', group),
  stylesheet: (group) => openTable('styles', group),
  info: (group) => openTable('info', group),
  userprops: (group) => openTable(undefined, group),
  nesttableprops: leaveOut,
  creatim: openTime('created'),
  revtim: openTime('modified'),
  propname: collect((name, _, document) => document.facts.set('property', name)),
  staticval: collect((value, _, document) => document.properties.set(document.facts.get('property') ?? '', value)),
  field: (group) => {
    group.field = { link: group.link };
    group.outer = group.sink;
  },
  fldinst: collect((instruction, { field }) => {
    if (field !== undefined) field.link = readField(instruction) ?? field.link;
  }),
  fldrslt: (group) => {
    group.sink = group.outer;
    group.link = group.field?.link;
  },
  // Of an object only what the page shows of it; of two forms the one in Unicode.
  object: holdBack,
  result: takeUp,
  upr: holdBack,
  ud: takeUp,
  shp: openShape,
  do: openShape,
  shptxt: openBox,
  dptxbxtext: openBox,
  footnote: openNote,
  pict: openPicture,
  listtext: collect((mark, _, document) => (document.mark = mark)),
  pntext: collect((mark, _, document) => (document.mark = mark)),
  bkmkstart: openBookmark,
};

function leaveOut(group: RtfGroup): void {
  Object.assign(group, { sink: undefined, outer: undefined, shape: undefined, table: undefined });
}

function holdBack(group: RtfGroup): void {
  group.outer = group.sink;
  group.sink = undefined;
}

function takeUp(group: RtfGroup): void {
  group.sink = group.outer;
}

function openTable(table: RtfGroup['table'], group: RtfGroup): void {
  leaveOut(group);
  group.table = table;
}

function openFact(name: string): Opener {
  return collect((text, _, document) => document.facts.set(name, text));
}

/** Takes the text of a group for something else than the document's. */
function collect(take: (text: string, group: RtfGroup, document: RtfDocument) => void): Opener {
  return (group, document) => {
    const collector = new RtfCollector();
    group.sink = collector;
    group.close = (closing) => take(collector.text.toWellFormed(), closing, document);
  };
}

function openTime(name: string): Opener {
  return (group, document) => {
    group.table = 'time';
    document.facts.delete('time');
    group.close = () => document.facts.set(name, timeOf(document.facts.get('time') ?? ''));
  };
}

/** `yr2006 mo5 dy18 hr12 min19` as ISO 8601; empty where it is none. */
function timeOf(words: string): string {
  const part = (name: string): string => (new RegExp(`\\b${name}(\\d{1,4})\\b`).exec(words)?.[1] ?? '').padStart(2, '0');
  const date = `${part('yr')}-${part('mo')}-${part('dy')}`;
  return /^\d{4}-(?!00)\d\d-(?!00)\d\d$/.test(date) ? `${date}T${part('hr')}:${part('min')}` : '';
}

function openShape(group: RtfGroup): void {
  group.shape = group.sink instanceof RtfStory ? group.sink : undefined;
  group.sink = undefined;
}

function openBox(group: RtfGroup, document: RtfDocument): void {
  const { shape } = group;
  if (shape === undefined) return;
  const box = new RtfStory(document.count);
  Object.assign(group, { sink: box, shape: undefined, inTable: false, link: undefined });
  group.close = (closing) => {
    document.finishStory(box, closing);
    shape.addBox(box);
  };
}

function openNote(group: RtfGroup, document: RtfDocument): void {
  const { sink } = group;
  if (!(sink instanceof RtfStory)) return;
  const note = new RtfStory(document.count);
  document.notes.push(note);
  sink.addElement(noteReference(document.notes.length, String(document.notes.length)), PLAIN, undefined);
  const { mark } = document;
  document.mark = undefined;
  Object.assign(group, { sink: note, link: undefined, format: PLAIN, inTable: false, style: 0, outline: undefined });
  group.close = (closing) => {
    document.finishStory(note, closing);
    document.mark = mark;
  };
}

function openPicture(group: RtfGroup, document: RtfDocument): void {
  const story = group.sink instanceof RtfStory ? group.sink : group.shape;
  const { format, link } = group;
  const picture = new RtfPicture();
  group.sink = picture;
  if (story !== undefined) group.close = () => story.addElement(keepPicture(picture, document), format, link);
}

function keepPicture(picture: RtfPicture, document: RtfDocument): Element {
  document.pictureCount += 1;
  const src = `pictures/${document.pictureCount}.${picture.type}`;
  const bytes = picture.bytes();
  const fits = document.pictures.size < LIMITS.imagesPerArticle && document.pictureBytes + (bytes?.length ?? 0) <= LIMITS.imagesPerArticleBytes;
  if (bytes !== undefined && fits) {
    document.pictures.set(src, bytes);
    document.pictureBytes += bytes.length;
  }
  return { type: 'element', tagName: 'img', properties: { src, width: picture.width(), height: picture.height() }, children: [] };
}

function openBookmark(group: RtfGroup, document: RtfDocument): void {
  const { sink } = group;
  collect((name) => {
    if (sink instanceof RtfStory && name.trim() !== '') sink.addElement({ type: 'element', tagName: 'a', properties: { id: name.trim() }, children: [] }, PLAIN, undefined);
  })(group, document);
}
