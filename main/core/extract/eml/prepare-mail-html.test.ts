import { expect, test } from 'vitest';
import { prepareMailHtml } from './prepare-mail-html.ts';

test('takes all that a message shows', () => {
  const mail = prepareMailHtml('<head><title>x</title><style>p{}</style></head><body><div style="display:none">teaser</div><table><tr><td><p>Dear Jane,</p></td></tr><tr><td>late. <img src="cid:a"></td></tr></table>');
  expect(mail).toMatchObject({ text: 'Dear Jane,\n\nlate.', sources: [['cid:a']], isBare: false });
});

test('knows a page that adds nothing to its words', () => {
  expect(prepareMailHtml('<html><body><div>Dear Jane,<br>late.</div>')?.isBare).toBe(true);
  expect(prepareMailHtml('<p>Dear <a href="https://a.test/">Jane</a>')?.isBare).toBe(false);
});

test('gives up a page that is too deep', () => {
  expect(prepareMailHtml('<div>'.repeat(2_000))).toBeUndefined();
});
