import type { Schema } from 'hast-util-sanitize';

/** Ids in stored articles begin with this, so that no id of a page can name anything of the document around it. */
export const ID_PREFIX = 'carrel-';

/** What an article may hold. Everything else goes, by default leaving its content. */
export const ALLOWED_ELEMENTS: readonly string[] = [
  ...['p', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'blockquote', 'pre', 'hr', 'div', 'section', 'article'],
  ...['ul', 'ol', 'li', 'dl', 'dt', 'dd', 'figure', 'figcaption', 'img', 'details', 'summary'],
  ...['table', 'caption', 'colgroup', 'col', 'thead', 'tbody', 'tfoot', 'tr', 'th', 'td'],
  ...['a', 'em', 'strong', 'b', 'i', 'u', 's', 'del', 'ins', 'sub', 'sup', 'small', 'mark', 'q', 'cite', 'dfn', 'var'],
  ...['code', 'kbd', 'samp', 'abbr', 'time', 'ruby', 'rt', 'rp', 'bdi', 'bdo', 'span', 'br', 'wbr'],
];

/** What plays. Without a copy of its file in the library it goes with its content. */
export const PLAYERS: ReadonlySet<string> = new Set(['audio', 'video']);

/** Elements whose content is no text for readers: it goes with them. */
export const DROPPED_WITH_CONTENT: ReadonlySet<string> = new Set([
  ...['script', 'style', 'template', 'noscript', 'iframe', 'object', 'embed', 'applet', 'svg', 'head', 'title', 'base'],
  ...['meta', 'link', 'param', 'source', 'track', 'frame', 'frameset', 'noframes', 'noembed', 'map', 'area', 'input'],
  ...['textarea', 'select', 'option', 'optgroup', 'datalist', 'button', 'output', 'progress', 'meter'],
  ...['canvas', 'dialog', 'portal', 'fencedframe', 'bgsound', 'keygen'],
]);

/** Elements that mean something of their own but are shown as another one here. */
export const SHOWN_AS: Readonly<Record<string, string>> = {
  ...{ header: 'div', footer: 'div', main: 'div', nav: 'div', aside: 'div', center: 'div', address: 'div', hgroup: 'div' },
  ...{ form: 'div', fieldset: 'div', legend: 'div', search: 'div', marquee: 'div', dir: 'ul', menu: 'ul' },
  ...{ xmp: 'pre', listing: 'pre', plaintext: 'pre', strike: 's', tt: 'code', acronym: 'abbr', big: 'span' },
};

const STORED_FILE = /^images\/[0-9a-f]{64}$/;
const id = ['id', /^carrel-\S{1,120}$/] satisfies [string, RegExp];

/** The second lock behind cleanTree: a library that knows nothing of our code lets only this through. */
export const SCHEMA: Schema = {
  strip: [...DROPPED_WITH_CONTENT],
  tagNames: [...ALLOWED_ELEMENTS, ...PLAYERS],
  attributes: {
    '*': [id, 'lang', ['dir', 'ltr', 'rtl', 'auto']],
    a: ['href', ['rel', 'noopener', 'noreferrer']],
    abbr: ['title'],
    audio: [['src', STORED_FILE], 'controls', ['preload', 'metadata']],
    col: ['span'],
    colgroup: ['span'],
    del: ['dateTime'],
    details: ['open'],
    dfn: ['title'],
    img: [['src', STORED_FILE], 'alt', 'width', 'height'],
    ins: ['dateTime'],
    li: ['value'],
    ol: ['start', 'reversed'],
    td: ['colSpan', 'rowSpan'],
    th: ['colSpan', 'rowSpan', ['scope', 'row', 'col', 'rowgroup', 'colgroup']],
    time: ['dateTime'],
    video: [['src', STORED_FILE], ['poster', STORED_FILE], 'controls', ['preload', 'metadata']],
  },
  protocols: { href: ['http', 'https', 'mailto'] },
  ancestors: {},
  required: {},
  clobber: [],
  allowComments: false,
  allowDoctypes: false,
};
