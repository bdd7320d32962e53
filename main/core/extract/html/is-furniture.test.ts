import { expect, test } from 'vitest';
import { isFurniture } from './is-furniture.ts';
import { parseHtml } from './parse-html.ts';
import { elementsOf } from './walk-tree.ts';

const isAny = (html: string): boolean => elementsOf(parseHtml(html, { fragment: true })).some(isFurniture);
const words = 'The ferry left the harbour an hour late. ';

test.each([
  '<div id="eu-cookie-law">We use cookies</div>',
  '<p class="newsletter-promo">Get our best stories by mail</p>',
  '<div class="post-author-box"><p>Jane Doe writes about ferries.</p></div>',
  '<section class="about-the-author">Jane Doe</section>',
])('knows %s', (html) => {
  expect(isAny(html)).toBe(true);
});

test.each([
  ['another thing of a like name', '<p class="cookie-recipe">Bake</p><p class="author">Jane Doe</p><p class="subscribers">A number</p>'],
  ['what holds an article', '<div class="cookie-banner"><article>b</article></div>'],
  ['what holds the heading of a page', '<div class="newsletter"><h1>Letter from the harbour</h1></div>'],
  ['what is as long as an article', `<div class="newsletter"><p>${words.repeat(30)}</p></div>`],
])('leaves %s', (_, html) => {
  expect(isAny(html)).toBe(false);
});
