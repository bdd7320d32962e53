import { expect, test } from 'vitest';
import { readMime } from './read-mime.ts';
import type { MimePart } from './read-mime.ts';

const outline = (part: MimePart): unknown => (part.parts.length === 0 ? `${part.type}: ${part.content().toString().trim()}` : { [part.type]: part.parts.map(outline) });
const read = (text: string): unknown => outline(readMime(Buffer.from(text)));

test('reads parts inside of parts', () => {
  expect(
    read('Content-Type: multipart/mixed; boundary=a\n\n--a\nContent-Type: multipart/alternative; boundary=b\n\n--b\n\nplain\n--b\nContent-Type: text/html\nContent-Transfer-Encoding: quoted-printable\n\n<p>F=C3=A4hre\n--b--\n--a\nContent-Type: Image/PNG\n\nx\n--a--\n'),
  ).toEqual({ 'multipart/mixed': [{ 'multipart/alternative': ['text/plain: plain', 'text/html: <p>Fähre'] }, 'image/png: x'] });
});

test('reads messages inside of messages', () => {
  expect(read('Content-Type: message/rfc822\nContent-Transfer-Encoding: base64\n\nU3ViamVjdDogYQoKd29yZHM=')).toEqual({ 'message/rfc822': ['text/plain: words'] });
  expect(read('Content-Type: multipart/digest; boundary=a\n\n--a\n\nSubject: x\n\none\n--a--')).toEqual({ 'multipart/digest': [{ 'message/rfc822': ['text/plain: one'] }] });
});

test('knows the names of a part', () => {
  const part = readMime(Buffer.from('Content-Type: text/plain; name=a.txt; charset=utf-8\nContent-Disposition: inline; filename="../../b.txt"\nContent-ID: <c@d>\n\nx'));
  expect(part).toMatchObject({ fileName: '../../b.txt', contentId: 'c@d', disposition: 'inline' });
  expect(part.params.get('charset')).toBe('utf-8');
});

test.each([
  ['no header at all', 'just words', 'text/plain: just words'],
  ['no boundary', 'Content-Type: multipart/mixed\n\nwords', 'text/plain: words'],
  ['another boundary than it says', 'Content-Type: multipart/mixed; boundary=a\n\n--b\nContent-Type: text/html\n\n<p>x\n--b--', { 'multipart/mixed': ['text/html: <p>x'] }],
  ['a type that is none', 'Content-Type: html\n\nwords', 'text/plain: words'],
])('reads a message with %s', (_, text, expected) => {
  expect(read(text)).toEqual(expected);
});

test('refuses parts without end, inside one another and beside one another', () => {
  const nest = Array.from({ length: 3_000 }, (_, at) => `Content-Type: multipart/mixed; boundary=b${at}\n\n--b${at}\n`).join('');
  expect(() => readMime(Buffer.from(nest))).toThrow(expect.objectContaining({ code: 'too-deep' }));
  expect(() => readMime(Buffer.from('Content-Type: message/rfc822\n\n'.repeat(3_000)))).toThrow(expect.objectContaining({ code: 'too-deep' }));
  const list = `Content-Type: multipart/mixed; boundary=a\n\n${'--a\n\nx\n'.repeat(20_000)}`;
  expect(() => readMime(Buffer.from(list))).toThrow(expect.objectContaining({ code: 'too-large' }));
});
