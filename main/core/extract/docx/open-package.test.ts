import { describe, expect, test } from 'vitest';
import { makeDocx } from './make-docx.ts';
import { openPackage } from './open-package.ts';

const LAUGHS = '<!DOCTYPE w [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">]><w>&b;</w>';
const ole = (stream: string): Buffer => Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(504), Buffer.from(stream, 'utf16le'), Buffer.alloc(512)]);

describe('openPackage', () => {
  test('reads parts as bytes and as text', async () => {
    const parts = await openPackage(makeDocx({ body: '', more: [{ name: 'a.xml', content: '\ufeff<a>é</a>' }] }));
    expect(parts.has('a.xml')).toBe(true);
    expect(parts.has('b.xml')).toBe(false);
    expect(await parts.readXml('a.xml')).toBe('<a>é</a>');
    expect(Buffer.from(await parts.readBytes('a.xml')).toString()).toBe('\ufeff<a>é</a>');
    await expect(parts.readBytes('b.xml')).rejects.toMatchObject({ code: 'malformed' });
  });

  test('refuses XML that brings definitions, in any charset', async () => {
    const parts = await openPackage(makeDocx({ body: '', more: [{ name: 'a.xml', content: LAUGHS }, { name: 'b.xml', content: Buffer.from(`\ufeff${LAUGHS}`, 'utf16le') }] }));
    for (const name of ['a.xml', 'b.xml']) await expect(parts.readXml(name)).rejects.toMatchObject({ code: 'malformed', message: expect.stringContaining('DTD') });
  });

  test('says that a document is protected, and what to do', async () => {
    await expect(openPackage(ole('EncryptedPackage'))).rejects.toMatchObject({ code: 'protected', message: expect.stringMatching(/password.*save a copy without/s) });
  });

  test('says that a document is of an old Word', async () => {
    await expect(openPackage(ole('WordDocument'))).rejects.toMatchObject({ code: 'unsupported-format', message: expect.stringContaining('.docx') });
  });
});
