import type { RtfDocument } from './rtf-document.ts';
import { PLAIN, RtfCollector, type RtfGroup } from './rtf-group.ts';
import { RtfStory, type RtfFormat } from './rtf-story.ts';

/** What a word does that is neither a character nor the beginning of another kind of group. Words that are not known do nothing. */
export function applyWord(name: string, value: number | undefined, group: RtfGroup, document: RtfDocument): void {
  if (group.table === 'fonts') return applyToFonts(name, value, group, document);
  if (group.table === 'time') {
    document.facts.set('time', `${document.facts.get('time') ?? ''} ${name}${value ?? ''}`);
    return;
  }
  if (endText(name, group, document) || applyFormat(name, value, group)) return;
  applyToState(name, value, group, document);
}

function applyToFonts(name: string, value: number | undefined, group: RtfGroup, document: RtfDocument): void {
  if (name === 'f') group.font = value;
  if ((name === 'fcharset' || name === 'cpg') && group.font !== undefined && value !== undefined) document.setFont(group.font, name, value);
}

/** Words that end a paragraph, a line, a cell or a row. */
function endText(name: string, group: RtfGroup, document: RtfDocument): boolean {
  const { sink } = group;
  if (name === 'line' || name === 'lbr' || name === 'softline') {
    if (sink instanceof RtfStory) sink.addElement({ type: 'element', tagName: 'br', properties: {}, children: [] }, group.format, group.link);
    if (sink instanceof RtfCollector) sink.text += ' ';
    return true;
  }
  const ends = Object.hasOwn(ENDS, name) ? ENDS[name] : undefined;
  if (ends === undefined) return false;
  if (sink instanceof RtfStory && (ends !== 'break' || sink.isOpen)) document.endParagraph(sink, group, ends === 'break' ? 'paragraph' : ends);
  if (sink instanceof RtfCollector) sink.text += ' ';
  return true;
}

/** Cells of a table inside of another one are paragraphs of the cell around them. */
const ENDS: Readonly<Record<string, 'paragraph' | 'cell' | 'row' | 'break' | undefined>> = { par: 'paragraph', sect: 'break', page: 'break', nestcell: 'break', cell: 'cell', row: 'row' };

function applyFormat(name: string, value: number | undefined, group: RtfGroup): boolean {
  const change = formatOf(name, value !== 0);
  if (change === undefined) return false;
  group.format = { ...group.format, ...change };
  return true;
}

function formatOf(name: string, on: boolean): Partial<RtfFormat> | undefined {
  if (name === 'b') return { bold: on };
  if (name === 'i') return { italic: on };
  if (name === 'ulnone') return { underline: false };
  if (name === 'ul' || /^ul(?:d|dash|dashd|dashdd|db|hwave|ldash|th|thd|thdash|w|wave)$/.test(name)) return { underline: on };
  if (name === 'strike' || name === 'striked') return { strike: on };
  if (name === 'super') return { position: on ? 'sup' : undefined };
  if (name === 'sub') return { position: on ? 'sub' : undefined };
  return name === 'nosupersub' ? { position: undefined } : undefined;
}

function applyToState(name: string, value: number | undefined, group: RtfGroup, document: RtfDocument): void {
  if (name === 'plain') Object.assign(group, { format: PLAIN, hidden: false, font: undefined });
  else if (name === 'pard') Object.assign(group, { style: 0, outline: undefined, level: 0, inTable: false });
  else if (name === 'v' || name === 'deleted') group.hidden = value !== 0;
  else if (name === 'f') group.font = value;
  else if (name === 's') group.style = value ?? 0;
  else if (name === 'outlinelevel') group.outline = value;
  else if (name === 'ilvl') group.level = Math.max(0, value ?? 0);
  else if (name === 'intbl') group.inTable = value !== 0;
  else if (name === 'itap') group.inTable = (value ?? 0) > 0;
  else if (name === 'uc') group.skipAfterUnicode = Math.max(0, value ?? 1);
  else applyToDocument(name, value, document);
}

function applyToDocument(name: string, value: number | undefined, document: RtfDocument): void {
  if (name === 'ansicpg') document.setCodePage(value ?? 1252);
  else if (name === 'mac') document.charset = 'macintosh';
  else if (name === 'pc') document.charset = 'cp437';
  else if (name === 'pca') document.charset = 'cp850';
  else if (name === 'deff') document.defaultFont = value;
}
