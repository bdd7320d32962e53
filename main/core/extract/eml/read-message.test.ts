import fc from 'fast-check';
import { expect, test } from 'vitest';
import { randomRuns } from '../../base/random-runs.ts';
import { attackFragments } from '../../../../e2e/fixtures/attack-fragments.ts';
import { LibraryError } from '../../../contract/errors.ts';
import type { ArticleDraft } from '../article-draft.ts';
import { sanitizeHtml } from '../html/sanitize-html.ts';
import { readMessage } from './read-message.ts';

const GIF = Buffer.from([...Buffer.from('GIF89a'), 9, 0, 9, 0]).toString('base64');
const read = (message: string): ArticleDraft => readMessage(Buffer.from(message), { fileName: 'ferry.eml' });
const HEAD = 'From: "Jane Doe" <jane@doe.test>\nTo: list@harbour.test\nSubject: Re: Ferry\nDate: Wed, 24 Sep 2025 10:00:00 +0200\nMessage-ID: <1@doe.test>\n';
const multipart = (kind: string, parts: readonly string[], boundary = 'b'): string => `Content-Type: multipart/${kind}; boundary=${boundary}\n\n${parts.map((part) => `--${boundary}\n${part}\n`).join('')}--${boundary}--\n`;
const TEXT = 'Content-Type: text/plain\n\nThe ferry left late.';
const PAGE = 'Content-Type: text/html\n\n<p>The <b>ferry</b> left late.</p>';
const picture = (id: string, more = ''): string => `Content-Type: image/gif; name="quay.gif"\nContent-ID: <${id}>\nContent-Transfer-Encoding: base64\n${more}\n${GIF}`;

test('turns a message of text into an article', () => {
  expect(read(`${HEAD}\nThe ferry left late.\n\n> Did it?\n\nIt did.`)).toMatchObject({
    title: 'Re: Ferry', byline: 'Jane Doe <jane@doe.test>', published: { value: '2025-09-24T10:00:00+02:00', precision: 'second' }, url: null,
    text: 'The ferry left late.\n\nDid it?\n\nIt did.', extra: { to: ['list@harbour.test'], messageId: '1@doe.test' },
  });
});

test('prefers the page to the text, with its pictures', () => {
  const draft = read(HEAD + multipart('alternative', [TEXT, multipart('related', ['Content-Type: text/html\n\n<p>The ferry left <b>late</b>.</p><img src="cid:a@b"><img src="https://count.test/p" width="1" height="1">', picture('a@b')], 'c')]));
  expect(draft).toMatchObject({ text: 'The ferry left late.', extra: { messageId: '1@doe.test' } });
  expect(draft.html).toBe(`<p>The ferry left <b>late</b>.</p><img src="images/${draft.images[0]?.sha256}">`);
  expect(draft.extra).not.toHaveProperty('attachments');
  expect(draft.extra).not.toHaveProperty('missingImages');
});

test('keeps both where the text and the page tell different things', () => {
  const page = 'Content-Type: text/html\n\n<p>Trains <i>and</i> buses are another story.</p>';
  expect(read(HEAD + multipart('alternative', [TEXT, page])).text).toBe('The ferry left late.\n\nTrains and buses are another story.');
});

test('names what is attached, and shows pictures that stand in the message', () => {
  const file = 'Content-Type: application/pdf; name="a.pdf"\nContent-Disposition: attachment; filename="timetable.pdf"\nContent-Transfer-Encoding: base64\n\nAAAA';
  const draft = read(HEAD + multipart('mixed', [TEXT, picture('x', 'Content-Disposition: inline\n'), file, TEXT]));
  expect(draft).toMatchObject({ text: 'The ferry left late.\n\nThe ferry left late.', extra: { attachments: [{ name: 'timetable.pdf', type: 'application/pdf', size: 3 }] } });
  expect(draft.html).toContain('<figure><img alt="quay.gif" src="images/');
});

test('reads messages inside of messages', () => {
  const inner = `Content-Type: message/rfc822\n\nFrom: Sam <sam@roe.test>\nSubject: =?utf-8?Q?F=C3=A4hre?=\n\nIt left at ten.`;
  expect(read(HEAD + multipart('mixed', [TEXT, inner])).text).toBe('The ferry left late.\n\nFrom: Sam <sam@roe.test>\nSubject: Fähre\n\nIt left at ten.');
});

test('takes the words of a page that is too deep, or its text', () => {
  const deep = `Content-Type: text/html\n\n${'<div>'.repeat(2_000)}It left late.`;
  expect(read(`${HEAD}${deep}`).text).toBe('It left late.');
  expect(read(HEAD + multipart('alternative', [TEXT, deep])).text).toBe('The ferry left late.');
});

test('a message without words is an article of what it brings', () => {
  const draft = read(`From: a@b.test\n${picture('x', 'Content-Disposition: attachment; filename="quay & pier.gif"\n')}`);
  expect(draft).toMatchObject({ title: 'quay & pier.gif', byline: 'a@b.test', text: 'quay & pier.gif', extra: { attachments: [{ name: 'quay & pier.gif', size: 10 }] } });
  expect(draft.images).toHaveLength(1);
});

test('reads an invitation that comes without words', () => {
  const calendar = 'Content-Type: text/calendar; method=REQUEST\n\nBEGIN:VEVENT\nSUMMARY:Harbour meeting\nEND:VEVENT';
  expect(read(`${HEAD}${calendar}`)).toMatchObject({ text: 'Harbour meeting', extra: { attachments: [{ name: 'text/calendar' }] } });
});

test('a message without a subject gets its title from its text', () => {
  expect(read('From: a@b.test\n\nThe ferry left late. It rained.')).toMatchObject({ title: 'The ferry left late', guessed: { title: 0.4 } });
});

test.each([
  ['no-text', `${HEAD}\n\n`],
  ['no-text', HEAD + multipart('encrypted', ['Content-Type: application/pgp-encrypted\n\nVersion: 1', 'Content-Type: application/octet-stream\n\nx'])],
  ['too-deep', 'Content-Type: message/rfc822\n\n'.repeat(100)],
])('refuses with %s', (code, message) => {
  expect(() => read(message)).toThrow(expect.objectContaining({ code }));
});

test('lets no attack through', () => {
  for (const { html: attack } of attackFragments) {
    for (const message of [`${HEAD}Content-Type: text/html\n\n<p>words</p>${attack}`, HEAD + multipart('mixed', [TEXT, `Content-Type: text/html\n\n${attack}`])]) {
      const { html } = read(message);
      expect(sanitizeHtml(html).html).toBe(html);
      expect(html).not.toMatch(/<[a-z][^>]*(?:="javascript:|\son\w+=)/i);
    }
  }
});

test('a damaged message is read or refused with a reason', () => {
  const good = Buffer.from(HEAD + multipart('mixed', [multipart('alternative', [TEXT, PAGE], 'c'), picture('x'), `Content-Type: message/rfc822\n\n${HEAD}Content-Type: text/plain; charset=koi8-r; format=flowed\nContent-Transfer-Encoding: quoted-printable\n\n=F0=D2=C9 =\n> x`]));
  fc.assert(
    fc.property(fc.nat(good.length), fc.array(fc.tuple(fc.nat(good.length - 1), fc.nat(255)), { maxLength: 5 }), (end, flips) => {
      const bytes = Buffer.from(good);
      for (const [at, byte] of flips) bytes[at] = byte;
      try {
        expect(readMessage(bytes.subarray(0, end), { fileName: 'a.eml' }).text).not.toBe('');
      } catch (error) {
        expect(error).toBeInstanceOf(LibraryError);
      }
    }),
    { numRuns: randomRuns(400) },
  );
});
