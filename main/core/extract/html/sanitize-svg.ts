import { Parser } from 'htmlparser2';
import { LIMITS } from '../../base/limits.ts';
import { cleanSvgDeclarations, cleanSvgSheet, cleanSvgValue, isSvgId, listSvgReferences } from './clean-svg-style.ts';
import type { SheetRule } from './clean-svg-style.ts';
import { decodeSvg } from './decode-svg.ts';
import { imageTypeOf } from './image-type.ts';
import { SVG_ATTRIBUTES, SVG_DRAWING_ELEMENTS, SVG_ELEMENTS, SVG_STORES, SVG_TEXT_ELEMENTS } from './svg-allow-list.ts';
import { svgDrawingCost } from './svg-drawing-cost.ts';
import type { SvgNode } from './svg-drawing-cost.ts';

/** A drawing that nothing can come out of. */
export interface SanitizedSvg {
  readonly bytes: Uint8Array;
  /** Draws nothing, or one point: it stands in until a page's script loads the picture. */
  readonly isBlank: boolean;
}

const NAMESPACE = 'http://www.w3.org/2000/svg';
const CHUNK_LENGTH = 64 * 1024;
const UNSEEN = /^\s*(?:none|transparent|0?\.?0*%?)\s*$/;
const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/**
 * An SVG picture written anew with what the allow-list in svg-allow-list.ts names: no scripts, handlers, animations or other markup, nothing
 * that loads from anywhere. Pictures inside of it have to be raster pictures by their content. Reads tokens and builds no tree but of what the
 * references of the drawing need. Undefined for what is no SVG (a compressed one too), and for one past the limits.
 */
export function sanitizeSvg(bytes: Uint8Array): SanitizedSvg | undefined {
  const source = bytes.length > LIMITS.svgBytes ? undefined : decodeSvg(bytes);
  if (source === undefined) return undefined;
  const writer = new SvgWriter();
  const parser = new Parser(
    {
      onopentag: (name, attributes) => writer.open(name, attributes),
      ontext: (text) => writer.text(text),
      onclosetag: () => writer.close(),
    },
    { xmlMode: true, decodeEntities: true },
  );
  for (let at = 0; at < source.length && !writer.isRefused; at += CHUNK_LENGTH) parser.write(source.slice(at, at + CHUNK_LENGTH));
  if (!writer.isRefused) parser.end();
  return writer.finish();
}

interface OpenElement {
  readonly node: SvgNode;
  /** Whether what lies in it is drawn where it lies. */
  readonly isSeen: boolean;
}

class SvgWriter {
  readonly #parts: string[] = [];
  readonly #open: OpenElement[] = [];
  readonly #nodes: SvgNode[] = [];
  readonly #rules: SheetRule[] = [];
  /** The document's own name for SVG: empty, or a prefix with its colon. */
  #prefix = '';
  #elements = 0;
  /** Elements that are open inside of, and with, one that is left out. */
  #skipped = 0;
  /** The tag written last still lacks its end. */
  #inTag = false;
  #sheet = '';
  #draws = false;
  #isPoint = false;
  isRefused = false;

  open(name: string, attributes: Readonly<Record<string, string>>): void {
    this.#elements += 1;
    if (this.#elements > LIMITS.svgElements || this.#open.length + this.#skipped >= LIMITS.svgDepth) this.isRefused = true;
    if (this.isRefused) return;
    if (this.#nodes.length === 0) this.#openRoot(name, attributes);
    else if (this.#skipped > 0 || this.#open.length === 0 || !this.#openElement(name, attributes)) this.#skipped += 1;
  }

  text(raw: string): void {
    const name = this.#open.at(-1)?.node.name ?? '';
    if (this.isRefused || this.#skipped > 0 || (name !== 'style' && !SVG_TEXT_ELEMENTS.has(name))) return;
    const text = withoutControls(raw);
    if (name === 'style') this.#sheet += text;
    else if (text !== '') {
      this.#endTag();
      this.#parts.push(escape(text));
    }
  }

  close(): void {
    if (this.isRefused) return;
    if (this.#skipped > 0) {
      this.#skipped -= 1;
      return;
    }
    const closed = this.#open.pop();
    if (!closed) return;
    if (closed.node.name === 'style') {
      this.#writeSheet();
      return;
    }
    if (this.#inTag) this.#parts.push('/>');
    else this.#parts.push('</', closed.node.name, '>');
    this.#inTag = false;
  }

  finish(): SanitizedSvg | undefined {
    const [root] = this.#nodes;
    if (this.isRefused || !root) return undefined;
    const cost = svgDrawingCost(root, this.#nodes, this.#rules);
    // The other way round, what is no number would pass.
    if (!(cost <= LIMITS.svgDrawnElements)) return undefined;
    return { bytes: new TextEncoder().encode(this.#parts.join('')), isBlank: !this.#draws || this.#isPoint };
  }

  #openRoot(name: string, attributes: Readonly<Record<string, string>>): void {
    const root = /^([\w-]{1,50}:)?svg$/.exec(name);
    this.#prefix = root?.[1] ?? '';
    if (root === null || (this.#prefix !== '' && attributes[`xmlns:${this.#prefix.slice(0, -1)}`] !== NAMESPACE)) {
      this.isRefused = true;
      return;
    }
    this.#isPoint = isTiny(attributes['width']) && isTiny(attributes['height']);
    this.#write('svg', attributes, undefined);
  }

  #openElement(written: string, attributes: Readonly<Record<string, string>>): boolean {
    const parent = this.#open.at(-1);
    if (!parent || parent.node.name === 'style' || !written.startsWith(this.#prefix)) return false;
    const bare = written.slice(this.#prefix.length);
    // A link leads nowhere in a picture; what it holds is drawn.
    const name = bare === 'a' ? (SVG_TEXT_ELEMENTS.has(parent.node.name) ? 'tspan' : 'g') : bare;
    if (!SVG_ELEMENTS.has(name)) return false;
    if (name === 'style' && !/^\s*(?:text\/css)?\s*$/i.test(attributes['type'] ?? '')) return false;
    if (name === 'image' && rasterIn(hrefOf(attributes)) === undefined) return false;
    this.#write(name, attributes, parent);
    return true;
  }

  #write(name: string, attributes: Readonly<Record<string, string>>, parent: OpenElement | undefined): void {
    const clean = cleanAttributes(name, attributes);
    const declarations = [...clean].flatMap(([key, value]) => (key === 'style' ? [value] : value.includes('url(') ? [`${key}:${value}`] : []));
    const node: SvgNode = {
      name,
      id: clean.get('id'),
      classes: clean.get('class')?.split(' ') ?? [],
      parent: parent?.node,
      children: [],
      references: listSvgReferences(declarations.join(';')),
      href: name === 'image' ? undefined : clean.get('href')?.slice(1),
      pathLength: (clean.get('d') ?? clean.get('points') ?? '').length,
    };
    this.#nodes.push(node);
    parent?.node.children.push(node);
    const isSeen = (parent?.isSeen ?? true) && !SVG_STORES.has(name);
    this.#open.push({ node, isSeen });
    if (isSeen && SVG_DRAWING_ELEMENTS.has(name) && !isUnseen(clean)) this.#draws = true;
    if (name === 'style') return;
    this.#endTag();
    this.#parts.push('<', name);
    if (!parent) this.#parts.push(` xmlns="${NAMESPACE}"`);
    for (const [key, value] of clean) this.#parts.push(' ', key, '="', escape(value), '"');
    this.#inTag = true;
  }

  #writeSheet(): void {
    const { text, rules } = cleanSvgSheet(this.#sheet);
    this.#sheet = '';
    if (text === '') return;
    for (const rule of rules) this.#rules.push(rule);
    this.#endTag();
    this.#parts.push('<style>', escape(text), '</style>');
  }

  #endTag(): void {
    if (this.#inTag) this.#parts.push('>');
    this.#inTag = false;
  }
}

function cleanAttributes(name: string, attributes: Readonly<Record<string, string>>): Map<string, string> {
  const clean = new Map<string, string>();
  if (name === 'style') return clean;
  for (const [key, written] of Object.entries(attributes)) {
    const raw = withoutControls(written);
    if (key === 'xml:space' && raw === 'preserve') clean.set(key, raw);
    const value = SVG_ATTRIBUTES.has(key) ? cleanAttribute(key, raw) : undefined;
    if (value !== undefined && value !== '') clean.set(key, value);
  }
  const href = hrefOf(attributes);
  const target = name === 'image' ? rasterIn(href) : localHref(href);
  if (target !== undefined) clean.set('href', target);
  return clean;
}

function cleanAttribute(key: string, raw: string): string | undefined {
  if (key === 'style') return cleanSvgDeclarations(raw);
  if (key === 'id') return isSvgId(raw) ? raw : undefined;
  if (key === 'class') return raw.split(/\s+/).filter(isSvgId).join(' ');
  return cleanSvgValue(raw);
}

function hrefOf(attributes: Readonly<Record<string, string>>): string {
  return withoutControls(attributes['href'] ?? attributes['xlink:href'] ?? '').trim();
}

function localHref(href: string): string | undefined {
  return href.startsWith('#') && isSvgId(href.slice(1)) ? href : undefined;
}

/** A `data:` address of a raster picture, written anew as what its content is. */
function rasterIn(href: string): string | undefined {
  const [start = ''] = /^data:[^,]{0,200};\s*base64\s*,/i.exec(href) ?? [];
  if (start === '') return undefined;
  const bytes = Buffer.from(href.slice(start.length), 'base64');
  const type = bytes.length > LIMITS.imageBytes ? undefined : imageTypeOf(bytes);
  return type === undefined ? undefined : `data:${type};base64,${bytes.toString('base64')}`;
}

/** Whether nothing is seen of it, as of the frames that stand in for pictures. */
function isUnseen(clean: ReadonlyMap<string, string>): boolean {
  if (['style', 'class', 'stroke', 'filter'].some((key) => clean.has(key))) return false;
  return ['fill', 'fill-opacity', 'opacity'].some((key) => UNSEEN.test(clean.get(key) ?? 'black'));
}

/** As blank pixels: two points or less. */
function isTiny(length: string | undefined): boolean {
  return /^\s*[012](?:\.\d+)?(?:px)?\s*$/.test(length ?? '') && Number.parseFloat(length ?? '') <= 2;
}

/** XML knows no control characters, not even escaped ones. */
function withoutControls(text: string): string {
  // oxlint-disable-next-line no-control-regex
  return text.toWellFormed().replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '');
}

function escape(text: string): string {
  return text.replace(/[&<>"]/g, (letter) => ESCAPES[letter] ?? letter);
}
