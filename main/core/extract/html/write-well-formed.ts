import type { Element, Nodes, Root } from 'hast';

/** The tree's names of attributes that a page writes otherwise. */
const WRITTEN: Readonly<Record<string, string>> = { className: 'class', itemProp: 'itemprop', ariaModal: 'aria-modal', xmlLang: 'xml:lang', dateTime: 'datetime', colSpan: 'colspan', rowSpan: 'rowspan', dataTable: 'datatable', altText: 'alttext', altImgText: 'altimg-text' };
const NAME = /^[a-zA-Z_][\w:.-]*$/;
const TEXT_ESCAPED = /[&<>]/g;
const VALUE_ESCAPED = /[&<>"]/g;
const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
/** Here white space is text. */
const PREFORMATTED = new Set(['pre', 'code', 'textarea', 'listing', 'plaintext', 'xmp']);

/**
 * A tree as markup that every parser of XML reads the same way, for a reader that wants just that. Comments are left out, and so are elements and
 * attributes whose names XML does not allow. White space that only parts elements becomes one line break.
 */
export function writeWellFormed(root: Root): string {
  const parts: string[] = [];
  write(root, parts, false);
  return parts.join('');
}

function write(node: Nodes, parts: string[], preformatted: boolean): void {
  if (node.type === 'text') {
    parts.push(preformatted || node.value.trim() !== '' ? node.value.replace(TEXT_ESCAPED, escape) : '\n');
  } else if (node.type === 'root') {
    for (const child of node.children) write(child, parts, preformatted);
  } else if (node.type === 'element') {
    if (!NAME.test(node.tagName)) {
      for (const child of node.children) write(child, parts, preformatted);
      return;
    }
    parts.push('<', node.tagName);
    writeAttributes(node, parts);
    if (node.children.length === 0) {
      parts.push('/>');
      return;
    }
    parts.push('>');
    const inside = preformatted || PREFORMATTED.has(node.tagName);
    for (const child of node.children) write(child, parts, inside);
    parts.push('</', node.tagName, '>');
  }
}

function writeAttributes({ properties }: Element, parts: string[]): void {
  for (const name in properties) {
    const value = properties[name];
    const written = WRITTEN[name] ?? name;
    if (value === null || value === undefined || value === false || !NAME.test(written)) continue;
    const text = value === true ? '' : Array.isArray(value) ? value.join(' ') : String(value);
    parts.push(' ', written, '="', text.replace(VALUE_ESCAPED, escape), '"');
  }
}

function escape(letter: string): string {
  return ESCAPES[letter] ?? letter;
}
