import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { randomRuns } from '../../base/random-runs.ts';
import { makeZip, type FileToZip } from '../../extract/zip/make-zip.ts';
import { LIMITS } from '../../base/limits.ts';
import { makeTar } from './fixtures/make-tar.ts';
import { makeResponse, makeWarc } from './fixtures/make-warc.ts';
import { outline, outlineOf, walkBytes } from './fixtures/walk-bytes.ts';
import { inMemory } from './random-bytes.ts';
import { recogniseContainer } from './recognise-container.ts';

const A = { name: 'a.txt', content: 'The ferry left.' };
const PNG = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAoAAAAKCAIAAAACUFjqAAAAEklEQVR42mNgYGD4jxuNSuNCAC0pY50x7xTaAAAAAElFTkSuQmCC', 'base64');

describe('archives in archives', () => {
  it('are walked in their turn, and name their items behind their own name', async () => {
    const inner = makeZip([A]);
    const zip = makeZip([
      { name: 'in/inner.zip', content: inner },
      { name: 'old.tar.gz', content: gzipSync(makeTar([A])) },
      { name: 'mail', content: 'From a@example.org Mon Jun 01 10:00:00 2009\nSubject: x\n\nHello.\n' },
      { name: 'b.txt.gz', content: gzipSync('The lamp burned.') },
    ]);
    expect(await outline(zip, 'x.zip')).toEqual(['file in/inner.zip/a.txt: The ferry left.', 'file old.tar.gz/a.txt: The ferry left.', 'file mail/1: Subject: x\n\nHello.\n', 'file b.txt.gz/b.txt: The lamp burned.']);
    expect(await outline(gzipSync(makeTar([{ name: 'inner.zip', content: inner }])), 'x.tgz')).toEqual(['file inner.zip/a.txt: The ferry left.']);
  });

  it('are left packed where they lie too deep', async () => {
    let zip = makeZip([A]);
    for (let depth = 1; depth <= LIMITS.archiveDepth; depth += 1) zip = makeZip([{ name: `${depth}.zip`, content: zip }, { name: `${depth}.txt`, content: 'x' }]);
    expect(await outline(zip, 'x.zip')).toEqual(['failed 4.zip/3.zip/2.zip/1.zip: too-deep', 'file 4.zip/3.zip/2.zip/1.txt: x', 'file 4.zip/3.zip/2.txt: x', 'file 4.zip/3.txt: x', 'file 4.txt: x']);
  });

  it('end no other where they are damaged', async () => {
    expect(await outline(makeZip([{ name: 'bad.zip', content: makeZip([A]).subarray(0, 40) }, A]), 'x.zip')).toEqual(['failed bad.zip/a.txt: malformed', 'failed bad.zip: malformed', 'file a.txt: The ferry left.']);
  });

  it('that are documents stay whole', async () => {
    const docx = makeZip([{ name: '[Content_Types].xml', content: '<x/>' }, { name: 'word/document.xml', content: '<x/>' }]);
    const [only] = await walkBytes(makeZip([{ name: 'a.docx', content: docx, store: true }]), 'x.zip');
    expect(only?.kind === 'file' && Buffer.from(only.bytes).equals(docx)).toBe(true);
  });

  it('that are larger than a text wait on the disk', async () => {
    const inner = makeZip([{ name: 'large.bin', content: Buffer.alloc(LIMITS.articleFileBytes + 1, 'random'), store: true }, A]);
    expect(await outline(makeTar([{ name: 'inner.zip', content: inner }]), 'x.tar')).toEqual(['failed inner.zip/large.bin: too-large', 'file inner.zip/a.txt: The ferry left.']);
  });

  it('are not unpacked without end', async () => {
    const bomb = makeZip([{ name: 'zeros.txt', content: Buffer.alloc(20_000_000) }]);
    expect(await outline(makeZip([{ name: 'bomb.zip', content: bomb }, A]), 'x.zip')).toEqual(['failed bomb.zip/zeros.txt: too-large', 'file a.txt: The ferry left.']);
  });
});

describe('pages and their pictures in an archive', () => {
  const page = (source: string) => `<title>Ferry</title><p>It left.</p><img src="${source}">`;
  const files: FileToZip[] = [
    { name: 'in/page.html', content: page('img/net.png') },
    { name: 'in/img/net.png', content: PNG },
    { name: 'in/note.md', content: '# Note\n\n![](img/net.png) and ![](../other.png)' },
    { name: 'lonely.png', content: PNG },
    { name: 'plain.html', content: '<p>No picture.</p>' },
  ];
  const bySource = { zip: makeZip(files), tar: makeTar(files), stream: gzipSync(makeTar(files)) };

  it.each(['zip', 'tar', 'stream'] as const)('find each other, whichever comes first: %s', async (kind) => {
    const unpacked = await walkBytes(bySource[kind], 'x');
    const laidOut = unpacked.flatMap((one) => (one.kind === 'file' && one.beside ? one.beside.pictures.map(({ relative, name }) => `${one.item}: ${relative} = ${name}`) : []));
    expect(laidOut.toSorted()).toEqual(['in/note.md: img/net.png = in/img/net.png', 'in/page.html: img/net.png = in/img/net.png']);
    expect(outlineOf(unpacked).filter((line) => !/page|note/.test(line)).toSorted()).toEqual(['asset in/img/net.png', 'asset lonely.png', 'file plain.html: <p>No picture.</p>']);
  });

  it.each([
    ['zip', (entries: FileToZip[]) => makeZip(entries)],
    ['stream', (entries: FileToZip[]) => gzipSync(makeTar(entries))],
  ] as const)('take the folder of parts that a browser saves as parts: %s', async (_, pack) => {
    const entries = [
      { name: 'Story_files/frame.html', content: '<p>An advertisement.</p>' },
      { name: 'Story_files/net.png', content: PNG },
      { name: 'Story.html', content: page('Story_files/net.png') },
      { name: 'Other_files/a.txt', content: 'No page is called Other.' },
    ];
    const unpacked = await walkBytes(pack(entries), 'x');
    expect(outlineOf(unpacked).toSorted()).toEqual([
      'companion Story_files/frame.html of Story.html',
      'companion Story_files/net.png of Story.html',
      'file Other_files/a.txt: No page is called Other.',
      'file Story.html: <title>Ferry</title><p>It left.</p><img ',
    ]);
    expect(unpacked.find((one) => one.kind === 'file' && one.item === 'Story.html')).toMatchObject({ beside: { pictures: [{ relative: 'Story_files/net.png' }] } });
  });

  it('never lead out of the archive', async () => {
    const [only] = await walkBytes(makeZip([{ name: 'page.html', content: `${page('../../etc/passwd')}${page('/etc/passwd')}` }]), 'x.zip');
    expect(only).not.toHaveProperty('beside');
  });
});

describe('an archive that is taken up again', () => {
  it('reads nothing of what is settled', async () => {
    const asked: string[] = [];
    const zip = makeZip([{ ...A, crc: 1 }, { ...A, name: 'b.txt' }, { name: 'inner.zip', content: makeZip([A]) }]);
    const unpacked = await walkBytes(zip, 'x.zip', (items) => {
      asked.push(...items);
      return items.map((item) => item === 'a.txt' || item === 'inner.zip/a.txt');
    });
    expect(outlineOf(unpacked)).toEqual(['settled', 'file b.txt: The ferry left.', 'settled']);
    expect(asked).toEqual(['a.txt', 'b.txt', 'inner.zip', 'inner.zip/a.txt']);
  });
});

describe('an archive that somebody damaged', () => {
  const zip = makeZip([A, { name: 'page.html', content: '<img src="a.png">' }, { name: 'a.png', content: PNG }, { name: 'inner.zip', content: makeZip([A]) }]);
  const warc = makeWarc([{ type: 'response', target: 'https://a.example/', block: makeResponse('<p>Hello', { headers: ['Transfer-Encoding: chunked'] }) }, { type: 'resource', target: 'https://a.example/b', block: 'x', contentType: 'text/plain' }]);
  const wacz = makeZip([{ name: 'archive/a.warc', content: warc }, { name: 'pages/pages.jsonl', content: '{"url": "https://a.example/"}' }, { name: 'datapackage.json', content: '{}' }]);
  const mbox = Buffer.from('From a@b.example Mon Jun 01 10:00:00 2009\nSubject: x\n\nHello\n\nFrom a@b.example Mon Jun 01 10:00:00 2009\n\n>From x\n');
  const sound = [zip, makeTar([A, { name: 'x'.repeat(100), type: 'L', content: 'long\0' }, A]), gzipSync(makeTar([A])), warc, gzipSync(warc), wacz, mbox, makeTar([{ name: 'x.zip', content: zip }])];

  it('gives a report and never an error, whatever was cut off or changed', async () => {
    const change = fc.record({ at: fc.double({ min: 0, max: 1, noNaN: true }), value: fc.nat(255) });
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...sound), fc.double({ min: 0, max: 1, noNaN: true }), fc.array(change, { maxLength: 12 }), fc.boolean(), async (original, kept, changes, isCut) => {
        const bytes = Buffer.from(original);
        for (const { at, value } of changes) bytes[Math.floor(at * (bytes.length - 1))] = value;
        const damaged = isCut ? bytes.subarray(0, Math.floor(bytes.length * kept)) : bytes;
        if ((await recogniseContainer(inMemory(damaged), 'x')) === undefined) return;
        const unpacked = await walkBytes(damaged, 'x');
        expect(unpacked.length).toBeGreaterThan(0);
        expect(unpacked.length).toBeLessThan(100);
      }),
      { numRuns: randomRuns(400) },
    );
  });
});
