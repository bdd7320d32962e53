import { Readability } from '@mozilla/readability';
import { Defuddle } from 'defuddle/node';
import { fromHtml } from 'hast-util-from-html';
import { toHtml } from 'hast-util-to-html';
import { parseHTML } from 'linkedom';
import { extractHtml } from '../../../main/core/extract/html/extract-html.ts';
import { sanitizeHtml } from '../../../main/core/extract/html/sanitize-html.ts';
import { htmlToText } from '../../../main/core/extract/html/html-to-text.ts';
import { readDate } from '../../../main/core/extract/html/read-date.ts';

/**
 * What one of them makes of a page: the article's markup as it returns it, and its fields in its own words.
 *
 * @typedef {{ html: string, title: string | undefined, byline: string | undefined, date: string | undefined }} Extracted
 * @typedef {{ name: string, extract: (html: string, url: string | undefined) => Extracted | Promise<Extracted> }} Extractor
 */

/** @type {readonly Extractor[]} */
export const EXTRACTORS = [
  { name: 'carrel', extract: extractWithCarrel },
  { name: 'readability', extract: extractWithReadability },
  { name: 'defuddle', extract: extractWithDefuddle },
];

/**
 * The words of an extractor's markup, by the same function for all: what the library would show of it, as text. So a
 * script that was left in it or words that run into one another for want of white space are no one's fault.
 *
 * @param {string} html
 */
export function wordsOf(html) {
  return htmlToText(sanitizeHtml(html).html);
}

/** @param {string | undefined} date as it was stated @returns {string | undefined} `YYYY-MM-DD` or less, by the same function for all */
export function dayOf(date) {
  return date === undefined ? undefined : readDate(date)?.value.slice(0, 10);
}

/** @param {string} html @param {string | undefined} url @returns {Extracted} */
function extractWithCarrel(html, url) {
  const draft = extractHtml(html, { fileName: '', loadBeside: () => undefined, ...(url === undefined ? {} : { pageUrl: url }) });
  return { html: draft.html, title: draft.title, byline: draft.byline ?? undefined, date: draft.published?.value };
}

/**
 * With its own defaults. It is written for a browser's tree, which linkedom does not build; so the page goes through a
 * parser that does, and linkedom reads what that wrote out.
 *
 * @param {string} html
 * @returns {Extracted}
 */
function extractWithReadability(html) {
  const { document } = parseHTML(toHtml(fromHtml(html)));
  const found = new Readability(document).parse();
  return { html: found?.content ?? '', title: found?.title ?? undefined, byline: found?.byline ?? undefined, date: found?.publishedTime ?? undefined };
}

/**
 * As its documentation says for Node: a document of linkedom's and the page's address. What it would ask of others over the network stays off.
 *
 * @param {string} html
 * @param {string | undefined} url
 * @returns {Promise<Extracted>}
 */
async function extractWithDefuddle(html, url) {
  const { document } = parseHTML(html);
  const found = await Defuddle(document, url, { useAsync: false });
  return { html: found.content, title: found.title, byline: found.author, date: found.published };
}
