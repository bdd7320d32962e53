import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { randomRuns } from '../../base/random-runs.ts';
import { LibraryError } from '../../../contract/errors.ts';
import { LIMITS } from '../../base/limits.ts';
import type { ArticleDraft } from '../article-draft.ts';
import { extractPlainText } from './extract-plain-text.ts';

const extract = (text: string, fileName: string | null = null): ArticleDraft => extractPlainText(text, { fileName });
const paragraphs = (draft: ArticleDraft): string[] => draft.text.split('\n\n');

const PROSE = [
  'The river ferry at Millbrook will stop running in the spring, the harbour office said on Monday, ending a service that began before the war.',
  '“Nobody will miss the queue, but everybody will miss the view,” said Agnes Tully, who has sold the tickets for thirty years and was never once late.',
  'A bridge of steel and larch opens in April. It was paid for by a tax on moorings, which the boat owners fought in court for six years and lost.',
] as const;

/** The shape of a text cut from a news site: a paragraph a line, no headline, a link block after the first. */
const CUT_FROM_SITE = [PROSE[0], 'RELATED:', 'Mayor promises a footpath along the old quay before winter', PROSE[1], PROSE[2]].join('\n');

describe('extractPlainText', () => {
  it('makes an article of paragraphs cut from a page, with the link block apart', () => {
    const draft = extract(CUT_FROM_SITE);
    expect(paragraphs(draft)).toEqual([...PROSE]);
    expect(draft.related).toEqual([{ title: 'Mayor promises a footpath along the old quay before winter', url: null }]);
    expect(draft.title).toBe('The river ferry at Millbrook will stop running in the spring, the harbour office said on Monday, ending a service that…');
    expect(draft.title.length).toBeLessThanOrEqual(LIMITS.guessedTitleLength);
    expect(draft.guessed['title']).toBeLessThan(0.5);
    expect(draft).toMatchObject({ byline: null, published: null, site: null, url: null, language: 'en', extra: null });
    expect(draft.html).toBe(PROSE.map((text) => `<p>${text}</p>`).join('\n'));
  });

  it('makes no article of a list of addresses', () => {
    const list = 'https://paper.example/lamp\n\n  HTTP://paper.example/pier?a=1\r\nhttps://other.example/\n';
    expect(() => extractPlainText(list, { fileName: 'links.txt' })).toThrow(expect.objectContaining({ code: 'no-text' }));
    expect(extractPlainText(`${list}\nThe keeper of the lamp`, { fileName: null }).text).toContain('keeper');
  });

  it('reads headline, byline, date and dateline above the text', () => {
    const draft = extract(
      `Ferry to stop in spring\n\nBy Jane Doe and John Roe, Staff Writer\n24 September 2025, 15:01 GMT\n\nMILLBROOK, Sept 24 (Agency) - ${PROSE[0]}\n\n${PROSE[1]}`,
    );
    expect(draft).toMatchObject({
      title: 'Ferry to stop in spring',
      byline: 'Jane Doe and John Roe',
      published: { value: '2025-09-24T15:01Z', precision: 'minute' },
      extra: { dateline: 'MILLBROOK, Sept 24 (Agency)' },
    });
    expect(Object.keys(draft.guessed)).toEqual(['language']);
    expect(paragraphs(draft)).toEqual([`MILLBROOK, Sept 24 (Agency) - ${PROSE[0]}`, PROSE[1]]);
  });

  it('takes the name between author and date for the publication, and nothing else', () => {
    const story = (line: string) => extractPlainText(`A lamp for the harbour\n\nBy Jane Doe\n${line}\nMarch 3, 2019\n\nThe lamp was lit at dusk, and the whole town came down to see it burn.\n`, { fileName: null });
    expect(story('The Harbour Post')).toMatchObject({ site: 'The Harbour Post', guessed: { site: 0.7 }, published: { value: '2019-03-03' } });
    expect(story('The Harbour Post').text).toMatch(/^The lamp/);
    const sentence = 'It was a cold night on the quay.';
    expect(story(sentence)).toMatchObject({ site: null });
    expect(story(sentence).text).toContain(sentence);
  });

  it('reads the openings of other countries', () => {
    const prose = 'Der Rat sprach am Montag über die Brücke, die seit dem Frühjahr gesperrt ist, und über ihre Kosten.';
    const german = extractPlainText(`Brücke bleibt zu\n\nVon Anna Müller\n\nHamburg, 24. September 2025 – ${prose}\n\nMehr zum Thema:\nFähre soll Brücke ersetzen\nWas es kostet\n\n${prose}\n`, { fileName: null });
    expect(german).toMatchObject({ byline: 'Anna Müller', published: { value: '2025-09-24' }, extra: { dateline: 'Hamburg, 24. September 2025' } });
    expect(german.related.map(({ title }) => title)).toEqual(['Fähre soll Brücke ersetzen', 'Was es kostet']);
    const italian = extractPlainText('Il ponte resta chiuso\ndi Marco Rossi\n7 febbraio 2020\n\nIl consiglio si è riunito lunedì per discutere del ponte, chiuso da mesi.\n', { fileName: null });
    expect(italian).toMatchObject({ title: 'Il ponte resta chiuso', byline: 'Marco Rossi', published: { value: '2020-02-07' }, language: 'it' });
  });

  it('takes an author’s role below the byline out of the text', () => {
    const { text, extra } = extractPlainText('Bridge to stay closed\n\nBy JANE DOE\nStaff Writer\n\nThe council met on Monday to discuss the bridge, which has been closed.\n', { fileName: null });
    expect(text).toMatch(/^The council/);
    expect(extra).toEqual({ opening: ['By JANE DOE', 'Staff Writer'] });
  });

  it('finds byline and date below a deck, and keeps the deck', () => {
    const deck = 'A bridge takes over after eighty years, and not everybody is glad.';
    const draft = extract(`Ferry to stop in spring\n${deck}\nBy Jane Doe | 24 September 2025 | The Millbrook Paper\n${PROSE[0]}\n${PROSE[1]}`);
    expect(draft).toMatchObject({ title: 'Ferry to stop in spring', byline: 'Jane Doe', published: { value: '2025-09-24' } });
    expect(paragraphs(draft)).toEqual([deck, PROSE[0], PROSE[1]]);
    expect(draft.extra).toEqual({ opening: ['By Jane Doe | 24 September 2025 | The Millbrook Paper'] });
  });

  it('says how sure it is of a headline without a gap below', () => {
    expect(extract(`Ferry to stop in spring\n${PROSE[0]}\n${PROSE[1]}`)).toMatchObject({ title: 'Ferry to stop in spring', guessed: { title: 0.8 } });
  });

  it.each([
    ['Title: Ferry stops\nAuthor: Jane Doe\nDate: 2025-09-24\nSource: The Paper\nURL: https://paper.example/ferry\nKeywords: river, ferry', 'Ferry stops'],
    ['Titel: Fähre hält\nAutor: Jane Doe\nDatum: 24.09.2025\nQuelle: The Paper\nLink: https://paper.example/ferry\nSchlagwörter: river, ferry', 'Fähre hält'],
    ['Titre : Le bac\nAuteur : Jane Doe\nDate : 24 septembre 2025\nSource : The Paper\nLien : https://paper.example/ferry\nMots-clés : river, ferry', 'Le bac'],
    ['Título: El barco\nAutora: Jane Doe\nFecha: 24 de septiembre de 2025\nFuente: The Paper\nEnlace: https://paper.example/ferry\nEtiquetas: river, ferry', 'El barco'],
    ['Titolo: Il traghetto\nAutore: Jane Doe\nData: 24 settembre 2025\nFonte: The Paper\nURL: https://paper.example/ferry\nParole chiave: river, ferry', 'Il traghetto'],
    ['Título: A balsa\nPor: Jane Doe\nPublicado: 24 de setembro de 2025\nJornal: The Paper\nLink: https://paper.example/ferry\nPalavras-chave: river, ferry', 'A balsa'],
    ['Kop: De pont\nDoor: Jane Doe\nDatum: 24 september 2025\nBron: The Paper\nLink: https://paper.example/ferry\nTrefwoorden: river, ferry', 'De pont'],
    ['Заголовок: Паром\nАвтор: Jane Doe\nДата: 24 сентября 2025\nИсточник: The Paper\nСсылка: https://paper.example/ferry\nТеги: river, ferry', 'Паром'],
    ['HEADLINE\nFerry stops\nBY\nJane Doe', undefined],
  ])('reads labelled fields (%#)', (head, title) => {
    const draft = extract(`${head}\n\n${PROSE[0]}\n\n${PROSE[1]}`);
    if (title === undefined) return expect(draft.text).toContain('Jane Doe');
    expect(draft).toMatchObject({
      title,
      byline: 'Jane Doe',
      published: { value: '2025-09-24', precision: 'day' },
      site: 'The Paper',
      url: 'https://paper.example/ferry',
      tags: ['river', 'ferry'],
    });
    expect(paragraphs(draft)).toEqual([PROSE[0], PROSE[1]]);
  });

  it('takes a year alone only from a label, and leaves a label with an impossible value in the text', () => {
    expect(extract(`Title: Ferry\nPublished: 1987\n\n${PROSE[0]}`).published).toEqual({ value: '1987', precision: 'year' });
    const draft = extract(`Date: a sweet fruit of the desert, here in cakes\n\n${PROSE[0]}`);
    expect(draft.published).toBeNull();
    expect(`${draft.title}\n${draft.text}`).toContain('sweet fruit');
  });

  it('does not take a date in running text for the date of publication', () => {
    const draft = extract(`${PROSE[0]}\n\nThe bridge was planned on 24 September 2019 and begun on 3 May 2021.`);
    expect(draft.published).toBeNull();
    expect(draft.guessed).not.toHaveProperty('published');
  });

  it('falls back on a date in the file name, and says so', () => {
    expect(extract(PROSE[0], '2025-09-24 ferry.txt')).toMatchObject({ published: { value: '2025-09-24', precision: 'day' }, guessed: { published: 0.7 } });
    expect(extract(PROSE[0], 'ferry_20250924.txt').guessed['published']).toBe(0.6);
    expect(extract(PROSE[0], '000_625fba3c60ffe336.txt').published).toBeNull();
    expect(extract(PROSE[0], '2025-13-24.txt').published).toBeNull();
  });

  it('joins hard-wrapped lines and finds paragraphs by indent', () => {
    const draft = extract(
      [
        'The river ferry at Millbrook will stop running in the spring,',
        'the harbour office said on Monday, ending an inter-',
        'national service that began before the war.',
        '    A bridge of steel and larch opens in April. It was paid for',
        'by a well-known tax on moorings.',
      ].join('\n'),
    );
    expect(paragraphs(draft)).toEqual([
      'The river ferry at Millbrook will stop running in the spring, the harbour office said on Monday, ending an international service that began before the war.',
      'A bridge of steel and larch opens in April. It was paid for by a well-known tax on moorings.',
    ]);
  });

  it('keeps the lines of verse and of lists', () => {
    const draft = extract(`${PROSE[0]}\n\nThe river goes\nwhere no one knows\nand comes again\nas April rain\n\n- oars\n- rope\n\n${PROSE[1]}`);
    expect(paragraphs(draft)).toEqual([PROSE[0], 'The river goes\nwhere no one knows\nand comes again\nas April rain', '- oars\n- rope', PROSE[1]]);
    expect(draft.html).toContain('<p>The river goes<br>where no one knows');
  });

  it('joins Chinese lines without a space and ends a title at a Chinese full stop', () => {
    const draft = extract('市政府星期三宣布，新的过河大桥将在明年春天正式开放。负责工程的部门\n表示，过去两年的施工进展顺利，桥面和照明设备已经安装完毕。许多住在\n东岸的居民希望大桥能够缩短上班的时间。一位开书店的女士告诉记者，她\n每天要坐四十分钟的渡船才能到达对岸的店里。');
    expect(paragraphs(draft)).toHaveLength(1);
    expect(draft.text).toContain('负责工程的部门表示');
    expect(draft).toMatchObject({ title: '市政府星期三宣布，新的过河大桥将在明年春天正式开放', language: 'zh' });
  });

  it('makes a file of a headline only an article with that text', () => {
    expect(extract('Ferry to stop in spring')).toMatchObject({ title: 'Ferry to stop in spring', text: 'Ferry to stop in spring', html: '<p>Ferry to stop in spring</p>' });
    expect(extract('Title: Ferry to stop')).toMatchObject({ title: 'Ferry to stop', text: 'Ferry to stop' });
  });

  it('escapes what looks like markup', () => {
    expect(extract('He typed <b> & left <script>alert(1)</script> in the log.').html).toBe(
      '<p>He typed &lt;b&gt; &amp; left &lt;script&gt;alert(1)&lt;/script&gt; in the log.</p>',
    );
  });

  it('refuses white space only', () => {
    for (const text of ['', ' \n\t\n', '\ufeff\u200b\n']) expect(() => extract(text)).toThrow(expect.objectContaining({ code: 'empty' }));
  });

  const anyLine = fc.oneof(
    fc.constantFrom(...PROSE, '', '', 'RELATED:', 'Read more: The old quay reopens to walkers', 'By Jane Doe', '24 September 2025', 'Title: Ferry', 'Lire aussi :', 'SHORT HEADING'),
    fc.constantFrom('PARIS (XY) - The bridge opened.', '- oars and rope', 'https://paper.example/a', '  indented words here', 'and so on, and on', 'Date: unknown', 'Source: The Paper'),
    fc.string({ unit: 'grapheme', maxLength: 90 }),
  );
  const anyText = fc.array(anyLine, { maxLength: 30 }).map((lines) => lines.join('\n'));

  it('loses no line: each is in the text, the title, the links or the opening', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        // A list of addresses is no article.
        fc.pre(/\p{L}/u.test(text) && !text.trim().split(/\s+/).every((word) => word.startsWith('http')));
        const draft = extract(text);
        const kept = squeeze([draft.title, draft.text, draft.url, ...draft.related.flatMap((link) => [link.title, link.url]), JSON.stringify(draft.extra)].join(' '));
        const words = text.normalize('NFC').match(/[\p{L}\p{N}\p{M}]{3,}/gu) ?? [];
        const lost = words.filter((word) => !/^(?:related|read|more|lire|aussi)$/i.test(word) && !kept.includes(squeeze(word)));
        expect(lost).toEqual([]);
        for (const line of PROSE) if (text.includes(line)) expect(draft.text).toContain(line);
      }),
      { numRuns: randomRuns(300) },
    );
  });

  it('gives a title and a text for whatever holds a letter, and fails in no other way than with a LibraryError', () => {
    fc.assert(
      fc.property(fc.oneof(anyText, fc.string(), fc.string({ unit: 'binary' })), (text) => {
        try {
          const draft = extract(text);
          expect(draft.title.trim()).not.toBe('');
          expect(draft.text.trim()).not.toBe('');
          expect(draft.text).not.toMatch(/\n{3}|\r/);
        } catch (error) {
          expect(error).toBeInstanceOf(LibraryError);
        }
      }),
      { numRuns: randomRuns(500) },
    );
  });
});

/** Without case, white space and hyphens: what joining lines and setting names in small letters may change. */
function squeeze(text: string): string {
  return text.normalize('NFC').toLowerCase().replace(/[\s\u00ad\u200b\u2060\ufeff-]+/g, '');
}
