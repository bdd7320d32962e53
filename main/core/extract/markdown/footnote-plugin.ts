import type { Env, MarkdownIt, StateInline } from 'markdown-it';

/** The notes of one text while it is rendered. */
export interface Footnotes {
  /** By name; those that stand in the text itself (`^[words]`) are added while it is read. */
  readonly notes: Map<string, string>;
  /** Names in the order in which the text refers to them: the number of a note is its place here. */
  readonly order: string[];
}

const FOOTNOTES = Symbol('footnotes');
const REFERENCE = /\[\^([^\]\s]{1,100})\]/y;
/** Larger numbers are no notes that anybody reads. */
const MOST_NOTES = 5_000;

/** The environment of one rendering, which the plugin needs. */
export function envWith(footnotes: Footnotes): Env {
  return { [FOOTNOTES]: footnotes };
}

/** `[^name]` and `^[words]` become numbers that lead to the notes `fn-1`, `fn-2` ... */
export function footnotePlugin(md: MarkdownIt): void {
  md.inline.ruler.before('link', 'footnote_reference', (state, silent) => {
    const footnotes = footnotesOf(state);
    if (footnotes === undefined) return false;
    const end = readReference(state, footnotes, silent) ?? readInlineNote(state, footnotes, silent);
    if (end === undefined) return false;
    state.pos = end;
    return true;
  });
}

function footnotesOf(state: StateInline): Footnotes | undefined {
  const found = state.env[FOOTNOTES];
  return isFootnotes(found) ? found : undefined;
}

function isFootnotes(value: unknown): value is Footnotes {
  return typeof value === 'object' && value !== null && 'notes' in value && value.notes instanceof Map && 'order' in value && Array.isArray(value.order);
}

function readReference(state: StateInline, footnotes: Footnotes, silent: boolean): number | undefined {
  if (!state.src.startsWith('[^', state.pos)) return undefined;
  REFERENCE.lastIndex = state.pos;
  const name = REFERENCE.exec(state.src)?.[1];
  if (name === undefined || !footnotes.notes.has(name)) return undefined;
  if (!silent) pushNumber(state, footnotes, name);
  return state.pos + name.length + 3;
}

function readInlineNote(state: StateInline, footnotes: Footnotes, silent: boolean): number | undefined {
  if (!state.src.startsWith('^[', state.pos) || footnotes.notes.size >= MOST_NOTES) return undefined;
  const end = state.md.helpers.parseLinkLabel(state, state.pos + 1);
  if (end < 0) return undefined;
  if (!silent) {
    const name = ` ${footnotes.notes.size}`;
    footnotes.notes.set(name, state.src.slice(state.pos + 2, end));
    pushNumber(state, footnotes, name);
  }
  return end + 1;
}

function pushNumber(state: StateInline, { order }: Footnotes, name: string): void {
  if (!order.includes(name)) order.push(name);
  const number = order.indexOf(name) + 1;
  state.push('html_inline', '', 0).content = `<sup><a href="#fn-${number}">${number}</a></sup>`;
}
