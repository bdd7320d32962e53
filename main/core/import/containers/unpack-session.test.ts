import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { makeZip } from '../../extract/zip/make-zip.ts';
import { LIMITS } from '../../base/limits.ts';
import { makeScratchFolder } from '../../store/store-fixtures.ts';
import { UnpackSession, type UnpackedGroup } from './unpack-session.ts';

const PICTURE = Buffer.from('89504e470d0a1a0a00000000', 'hex');

function open(bytes: Uint8Array, asks = false) {
  const folder = makeScratchFolder();
  const file = path.join(folder, 'x.zip');
  fs.writeFileSync(file, bytes);
  const spillFolder = path.join(folder, 'spill');
  return { spillFolder, session: new UnpackSession({ path: file, fileName: 'x.zip', container: 'zip', spillFolder, asks }) };
}

async function allGroups(session: UnpackSession, answer: (item: string) => boolean = () => false): Promise<UnpackedGroup[]> {
  const groups: UnpackedGroup[] = [];
  for (;;) {
    const asks = groups.at(-1)?.asks;
    const group = await session.next({ pagesRead: [], ...(asks ? { settled: asks.map(answer) } : {}) });
    groups.push(group);
    if (group.isEnd) return groups;
  }
}

describe('an archive on its way out of a worker', () => {
  it('comes in groups of so many files, and so many bytes', async () => {
    const many = await allGroups(open(makeZip(Array.from({ length: 200 }, (_, index) => ({ name: `${index}.txt`, content: 'x' })))).session);
    expect(many.map(({ unpacked }) => unpacked.length)).toEqual([LIMITS.unpackGroupFiles, LIMITS.unpackGroupFiles, LIMITS.unpackGroupFiles, 200 - LIMITS.unpackGroupFiles * 3]);
    const large = Buffer.alloc(LIMITS.unpackGroupBytes * 0.75, 'x');
    const few = await allGroups(open(makeZip([1, 2, 3].map((number) => ({ name: `${number}.txt`, content: large, store: true })))).session);
    expect(few.map(({ unpacked }) => unpacked.length)).toEqual([2, 1]);
  });

  it('asks for all that is to come what is settled, before it reads anything of it', async () => {
    const { session } = open(makeZip(['a', 'b', 'c'].map((name) => ({ name, content: name, ...(name === 'b' ? { crc: 1 } : {}) }))), true);
    const groups = await allGroups(session, (item) => item !== 'c');
    expect(groups[0]).toEqual({ unpacked: [], asks: ['a', 'b', 'c'], isEnd: false });
    expect(groups.flatMap(({ unpacked }) => unpacked.map(({ kind }) => kind))).toEqual(['settled', 'settled', 'file']);
  });

  it('keeps pictures on the disk under numbers, and no name of the archive anywhere', async () => {
    const { session, spillFolder } = open(makeZip([{ name: 'page.html', content: '<img src="a.png"><img src="a.png">' }, { name: 'a.png', content: PICTURE }]));
    const [group] = await allGroups(session);
    expect(group?.unpacked).toMatchObject([{ beside: { page: 1, pictures: [{ relative: 'a.png', path: path.join(spillFolder, '1') }] } }, { kind: 'asset' }]);
    expect(fs.readdirSync(spillFolder)).toEqual(['1']);
    expect(fs.readFileSync(path.join(spillFolder, '1')).equals(PICTURE)).toBe(true);
    await session.next({ pagesRead: [1] });
  });
});
