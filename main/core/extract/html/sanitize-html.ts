import type { Root } from 'hast';
import { sanitize } from 'hast-util-sanitize';
import { toHtml } from 'hast-util-to-html';
import { SCHEMA } from './allow-list.ts';
import { checkDepth } from './check-depth.ts';
import { cleanTree } from './clean-tree.ts';
import { htmlToText } from './html-to-text.ts';
import { parseCheckedHtml } from './parse-html.ts';

export interface SanitizeOptions {
  /** The page's address: relative links are resolved against it. Without it they are dropped and their text stays. */
  readonly pageUrl?: string;
  /**
   * Where the copy of an image lies (`images/<sha256>`). Undefined: there is none and the image goes. By default only
   * images that already have such an address stay.
   */
  readonly localImage?: (src: string) => string | undefined;
  /** The same for the files of videos and sounds. By default none has any, but where images stay. */
  readonly localMedia?: (src: string) => string | undefined;
}

export interface SanitizedHtml {
  readonly html: string;
  /** What a browser reads in `html`. */
  readonly tree: Root;
}

const STORED_IMAGE = /^images\/[0-9a-f]{64}$/;
/** Most markup is stable after one; markup made to be read differently each time takes a few. */
const MAX_ROUNDS = 8;

/**
 * Any markup to a fragment that is safe to store and to show: only what the allow-list in allow-list.ts names, nothing
 * that runs, nothing that loads from anywhere but `images/`. The result is a fixed point: a browser that reads it sees
 * the tree that was checked, and sanitizing it again gives the same string. Throws LibraryError `too-deep` or `too-large`.
 */
export function sanitizeHtml(html: string, options: SanitizeOptions = {}): SanitizedHtml {
  const wellFormed = html.toWellFormed();
  checkDepth(wellFormed);
  return sanitizeTree(parseCheckedHtml(wellFormed, { fragment: true }), options);
}

/** As sanitizeHtml, for a tree that was parsed already. The tree is left as it is. */
export function sanitizeTree(root: Root, options: SanitizeOptions = {}): SanitizedHtml {
  const keepStored = (src: string): string | undefined => (STORED_IMAGE.test(src) ? src : undefined);
  let clean = cleanOnce(root, {
    pageUrl: options.pageUrl,
    localImage: options.localImage ?? keepStored,
    localMedia: options.localMedia ?? (options.localImage ? () => undefined : keepStored),
  });
  for (let round = 0; round < MAX_ROUNDS; round += 1) {
    const tree = parseCheckedHtml(clean, { fragment: true });
    const again = cleanOnce(tree, { pageUrl: undefined, localImage: keepStored, localMedia: keepStored });
    if (again === clean) return { html: clean, tree };
    clean = again;
  }
  return asPlainParagraphs(clean);
}

function cleanOnce(tree: Root, options: Parameters<typeof cleanTree>[1]): string {
  const safe = sanitize(cleanTree(tree, options), SCHEMA);
  // No shortcuts in the markup (left-out quotes or end tags): parsers have fewer ways to differ about it.
  return toHtml(safe, { quoteSmart: false, omitOptionalTags: false, preferUnquoted: false, allowDangerousCharacters: false });
}

/** For markup that reads differently each time: its words are kept, its shape is not. */
function asPlainParagraphs(html: string): SanitizedHtml {
  const paragraphs = htmlToText(html).split('\n\n').filter((text) => text !== '');
  const tree: Root = {
    type: 'root',
    children: paragraphs.map((value) => ({
      type: 'element',
      tagName: 'p',
      properties: {},
      children: [{ type: 'text', value: value.replace(/\s+/g, ' ') }],
    })),
  };
  const plain = toHtml(tree);
  return { html: plain, tree: parseCheckedHtml(plain, { fragment: true }) };
}

/** One attack of each kind, with what must stay of it. */
const PROBES: readonly (readonly [attack: string, result: string])[] = [
  ['<p onclick="probe()">a<script>probe()</script></p>', '<p>a</p>'],
  ['<img src=x onerror=probe()><p>a', '<p>a</p>'],
  ['<a href="jav&#x09;ascript:probe()">a</a>', 'a'],
  ['<svg><style><img src=x onerror=probe()></style></svg><p>a</p>', '<p>a</p>'],
  ['<math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=1 onerror=probe()&gt;">', ''],
  ['<noscript><p title="</noscript><img src=x onerror=probe()>"></p></noscript><p>a</p>', '<p>a</p>'],
  ['<p style="background:url(//probe.test)">a<iframe srcdoc="<script>probe()</script>"></iframe></p>', '<p>a</p>'],
  ['<p>a</p><video src="//probe.test/a" poster="//probe.test/b" onplay="probe()"></video><audio src="//probe.test/a"></audio>', '<p>a</p>'],
  ['<base href="//probe.test/"><meta http-equiv=refresh content="0;url=//probe.test"><p>a</p>', '<p>a</p>'],
];

/** Throws when sanitizing does not do its work here. Called once when a worker starts: one that failed must not read anything. */
export function assertSanitizerWorks(): void {
  for (const [attack, expected] of PROBES) {
    const { html } = sanitizeHtml(attack);
    if (html !== expected) throw new Error(`The sanitizer let ${JSON.stringify(html)} through, of ${JSON.stringify(attack)}.`);
  }
}
