import { describe, expect, it } from 'vitest';
import { LIMITS } from '../base/limits.ts';
import type { ArticleDraft } from '../extract/article-draft.ts';
import { fitDraft } from './fit-draft.ts';

const plain: ArticleDraft = {
  title: 'A late ferry',
  byline: 'Ada Example',
  published: { value: '1987-02', precision: 'month' },
  site: 'The Paper',
  url: 'https://paper.example/ferry',
  language: 'en',
  html: '<p>It left.</p>',
  text: 'It left.',
  related: [{ title: 'An early ferry', url: null }],
  guessed: {},
  extra: { section: 'Sea' },
  tags: ['sea'],
  images: [],
  companions: [],
};

describe('a draft', () => {
  it('that fits stays as it is', () => {
    expect(fitDraft(plain, 'ferry.txt')).toEqual(plain);
  });

  it('loses control characters, and what a cut would leave of a character', () => {
    const split = `${'x'.repeat(LIMITS.bylineLength - 1)}😀`;
    expect(fitDraft({ ...plain, title: '\u0000A\u001b[31m late\u009b\n ferry', byline: split, tags: ['\u0000', 'a\u0007b'] }, 'ferry.txt')).toMatchObject({
      title: 'A [31m late ferry',
      byline: `${'x'.repeat(LIMITS.bylineLength - 1)}\ufffd`,
      tags: ['a b'],
    });
  });

  it('loses what turns around the text behind it, and keeps marks of direction', () => {
    const turned = { title: 'A \u202egnp.exe\u202c', byline: '\u2067Ada\u2066', site: '\u202aThe \u202bPa\u202dper\u2068\u2069', related: [{ title: '\u202eb', url: null }], tags: ['\u202esea'] };
    expect(fitDraft({ ...plain, ...turned }, 'ferry.txt')).toMatchObject({ title: 'A gnp.exe', byline: 'Ada', site: 'The Paper', related: [{ title: 'b' }], tags: ['sea'] });
    expect(fitDraft({ ...plain, title: 'C++\u200f الباخرة (C\u200e)' }, 'ferry.txt').title).toBe('C++\u200f الباخرة (C\u200e)');
    expect(fitDraft({ ...plain, title: '\u202e', html: '<p>\u202eIt', text: '\u202eIt' }, '\u202eferry.txt')).toMatchObject({ title: 'ferry.txt', html: '<p>\u202eIt', text: '\u202eIt' });
  });

  it('has a title, whatever its source said', () => {
    expect(fitDraft({ ...plain, title: ' \u0000 ' }, 'ferry.txt').title).toBe('ferry.txt');
    expect(fitDraft({ ...plain, title: '' }, '\n').title).toBe('?');
  });

  it('keeps within every limit', () => {
    const long = 'x '.repeat(50_000);
    const fitted = fitDraft(
      { ...plain, title: long, byline: long, site: long, url: `https://a.example/${long}`, related: Array.from({ length: 5_000 }, () => ({ title: long, url: `https://a.example/${long}` })), extra: { long } },
      'ferry.txt',
    );
    expect(fitted.title.length).toBeLessThanOrEqual(LIMITS.titleLength);
    expect(fitted.byline?.length).toBeLessThanOrEqual(LIMITS.bylineLength);
    expect(fitted.site?.length).toBeLessThanOrEqual(LIMITS.siteLength);
    expect(fitted.url).toBeNull();
    expect(fitted.related).toHaveLength(LIMITS.relatedLinks);
    expect(fitted.related.every(({ title, url }) => title.length <= LIMITS.titleLength && url === null)).toBe(true);
    expect(JSON.stringify(fitted.extra).length).toBeLessThanOrEqual(LIMITS.extraBytes);
  });
});
