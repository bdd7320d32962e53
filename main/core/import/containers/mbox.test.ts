import { expect, describe, it } from 'vitest';
import { outline, walkBytes } from './fixtures/walk-bytes.ts';

const LINE = 'From ada@example.org Mon Jun 01 10:00:00 2009';
const message = (subject: string, body = 'Hello.') => `Subject: ${subject}\nFrom: ada@example.org\n\n${body}\n`;

describe('a mailbox', () => {
  it('gives its messages, numbered, without the lines between them', async () => {
    const box = `${LINE}\n${message('one')}\n${LINE}\n${message('two')}`;
    const [one, two] = await walkBytes(Buffer.from(box), 'mail.mbox');
    expect(one).toMatchObject({ item: '1', fileName: '1.eml' });
    expect(one?.kind === 'file' && Buffer.from(one.bytes).toString()).toBe(`${message('one')}\n`);
    expect(two?.kind === 'file' && Buffer.from(two.bytes).toString()).toBe(message('two'));
  });

  it('is read with the line ends of Windows, and in a stream', async () => {
    const box = `${LINE}\n${message('one')}\n${LINE}\n${message('two')}`.replaceAll('\n', '\r\n');
    expect(await outline(Buffer.from(box), 'mail')).toEqual(['file 1: Subject: one\r\nFrom: ada@example.org\r\n\r\nH', 'file 2: Subject: two\r\nFrom: ada@example.org\r\n\r\nH']);
  });

  it('is not cut where a text begins a line like that', async () => {
    const bodies = ['Hello.\n\nFrom there we went on at 10:30.', `Hello.\n\n>${LINE}`, `Hello.\n${LINE} is what such a line looks like`];
    for (const body of bodies) expect(await outline(Buffer.from(`${LINE}\n${message('one', body)}`), 'mail')).toHaveLength(1);
  });

  it('gives quoted lines back as they were', async () => {
    const [only] = await walkBytes(Buffer.from(`${LINE}\n${message('one', '>From here\n>>From there\n> >From nowhere')}`), 'mail');
    expect(only?.kind === 'file' && Buffer.from(only.bytes).toString()).toBe(message('one', 'From here\n>From there\n> >From nowhere'));
  });

  it('is cut before a header too, where programs left the empty line out', async () => {
    expect(await outline(Buffer.from(`${LINE}\n${message('one')}${LINE}\n${message('two')}`), 'mail')).toHaveLength(2);
  });

  it('finds every message however long they are', async () => {
    const bodies = Array.from({ length: 40 }, (_, index) => 'A long line of words.\n'.repeat(index * 997));
    const unpacked = await walkBytes(Buffer.from(bodies.map((body, index) => `${LINE}\n${message(`${index}`, body)}\n`).join('')), 'mail');
    expect(unpacked.map((one) => (one.kind === 'file' ? one.bytes.length : 0))).toEqual(bodies.map((body, index) => message(`${index}`, body).length + 1));
  });
});
