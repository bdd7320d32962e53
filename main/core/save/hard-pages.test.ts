import { describe, expect, it } from 'vitest';
import { HARD_PAGES, findHardPage, serveFarPictures, type Hosts } from './fixtures/hard-pages.ts';
import { openToSave, saveInTest } from './fixtures/save-in-test.ts';
import { serveLocal } from './fixtures/serve-local.ts';

const widthOf = (png: Uint8Array) => new DataView(png.buffer, png.byteOffset).getUint32(16);

describe('pages that are hard to save', () => {
  it('come out as described, or are named with the reason', { timeout: 240_000 }, async () => {
    const asked: string[] = [];
    const pictures = await serveLocal((request, response) => serveFarPictures(request, response, hosts), '127.0.0.2');
    const paper = await serveLocal((request, response) => {
      const page = findHardPage(request.url ?? '');
      if (page) page.serve(request, response, hosts);
      else response.writeHead(404).end('nothing here');
    });
    const hosts: Hosts = { paper: paper.host, pictures: pictures.host };
    const library = await openToSave([paper.host, pictures.host]);
    const { entries } = await saveInTest(library, HARD_PAGES.map(({ path }) => paper.url(path).href));
    asked.push(...[...paper.asked, ...pictures.asked].map(({ url }) => url ?? ''));

    const wrong: string[] = [];
    for (const { difficulty, path, becomes } of HARD_PAGES) {
      const own = entries.filter(({ source }) => source === paper.url(path).href);
      try {
        if ('code' in becomes) {
          expect(own).toMatchObject([{ list: 'failed', code: becomes.code }]);
          continue;
        }
        const first = own.find((entry) => entry.list === 'imported' || entry.list === 'duplicates');
        expect(own).toHaveLength(becomes.articles ?? 1);
        if (!first || !('id' in first)) throw new Error(`it is not there: ${JSON.stringify(own)}`);
        if (first.list === 'duplicates') continue;
        const read = await library.readArticle(first.id);
        if (!read) throw new Error('it cannot be read');
        const { article, html, text } = read;
        for (const words of becomes.has ?? []) expect(text).toContain(words);
        for (const words of becomes.lacks ?? []) expect(text).not.toContain(words);
        if (becomes.title !== undefined) expect(article.title).toBe(becomes.title);
        if (becomes.url !== undefined) expect(article.url).toBe(paper.url(becomes.url).href);
        if (becomes.language !== undefined) expect(article.language).toBe(becomes.language);
        if (becomes.byline !== undefined) expect(article.byline).toBe(becomes.byline);
        if (becomes.published !== undefined) expect(article.published).toContain(becomes.published);
        if (becomes.missingPages !== undefined) expect(article.extra?.['missingPages'] ?? []).toEqual(becomes.missingPages.map((one) => paper.url(one).href));
        if (becomes.kind !== undefined) expect(article.source.kind).toBe(becomes.kind);
        const names = new Set(Array.from(html.matchAll(/images\/([0-9a-f]{64})/g), ([, name]) => name ?? ''));
        if (becomes.pictures !== undefined) expect(names.size).toBe(becomes.pictures);
        const kept = await Promise.all([...names].map(async (name) => Buffer.from((await library.serveArticle(`/articles/${first.id}/images/${name}`)).body)));
        for (const drawing of kept.map(String).filter((text) => text.includes('<svg'))) {
          expect(drawing).toContain('<rect');
          expect(drawing).not.toMatch(/script|onload|out\.png|foreignObject/i);
        }
        const widths = kept.map(widthOf);
        if (becomes.widths !== undefined) expect(widths).toEqual(becomes.widths);
        if (becomes.linksTo !== undefined) expect(html).toContain(`href="${paper.url(becomes.linksTo).href}"`);
        for (const unasked of becomes.unasked ?? []) expect(asked).not.toContain(unasked);
        expect(html).not.toMatch(/(?:src|srcset|background|poster)\s*=\s*["']?(?:https?:)?\/\//i);
      } catch (error) {
        wrong.push(`${difficulty} (${path}): ${error instanceof Error ? error.message : String(error)}`);
      }
    }
    expect(wrong).toEqual([]);
    const { total } = await library.client['ledger.list']({}).then((outcome) => (outcome.ok ? outcome.value : { total: 0 }));
    // Each request has its line, and so has each that was not sent.
    expect(total).toBeGreaterThanOrEqual(asked.length);
  });
});
