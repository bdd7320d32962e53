import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isRelatedHeading, textAfterRelatedHeading } from './related-phrases.ts';
import { splitParagraphs } from './split-paragraphs.ts';
import { takeRelated } from './take-related.ts';

const take = (...lines: string[]): { text: string[]; related: unknown } => {
  const paragraphs = splitParagraphs(lines.join('\n'), (line) =>
    isRelatedHeading(line) ? 'alone' : textAfterRelatedHeading(line) === undefined ? undefined : 'begins',
  );
  const { body, related } = takeRelated(paragraphs);
  return { text: body.map((paragraph) => paragraph.lines.join('\n')), related };
};

const ONE = 'The river ferry at Millbrook will stop running in the spring, the harbour office said on Monday, ending a long service.';
const TWO = 'A bridge of steel and larch opens in April. It was paid for by a tax on moorings, which the boat owners fought and lost.';
const TITLE = 'Mayor promises a footpath along the old quay';
const OTHER = 'Six years of argument over a tax on moorings';
const link = (title: string, url: string | null = null): object => ({ title, url });

describe('takeRelated', () => {
  it.each([
    'RELATED:', 'Related', 'RELATED STORIES', 'Read more:', 'READ MORE', 'See also:', 'Also read:', 'More on this story', 'Mehr zum Thema:', 'Lesen Sie auch',
    'Lire aussi :', 'À lire aussi', 'Lea también:', 'Te puede interesar', 'Leggi anche', 'LEGGI ANCHE:', 'Leia também:', 'Leia mais', 'Lees ook:', 'Читайте также:',
    'ПО ТЕМЕ', '相关阅读：', '関連記事', '관련기사', '**Read more:**', '>> Read more', '### Related articles',
  ])('takes the title below %s', (heading) => {
    expect(take(ONE, heading, TITLE, TWO)).toEqual({ text: [ONE, TWO], related: [link(TITLE)] });
    expect(take(ONE, '', heading, '', TITLE, '', TWO)).toEqual({ text: [ONE, TWO], related: [link(TITLE)] });
  });

  it.each([
    [`READ MORE: ${TITLE}`],
    [`Read more: ${TITLE}`],
    [`Lire aussi : ${TITLE}`],
    [`Lesen Sie auch: ${TITLE}`],
    [`Читайте также: ${TITLE}`],
    [`[Read also: ${TITLE}]`],
    [`(See also: ${TITLE})`],
    [`Related | ${TITLE}`],
    [`**Read more:** ${TITLE}`],
    [`► Read more: ${TITLE}`],
  ])('takes a title on the heading’s line: %s', (line) => {
    expect(take(ONE, line, TWO)).toEqual({ text: [ONE, TWO], related: [link(TITLE)] });
  });

  it('takes several titles, at the end and in the middle', () => {
    expect(take(ONE, 'RELATED:', TITLE, OTHER, TWO)).toEqual({ text: [ONE, TWO], related: [link(TITLE), link(OTHER)] });
    expect(take(ONE, TWO, 'Related stories', `- ${TITLE}`, `- ${OTHER}`)).toEqual({ text: [ONE, TWO], related: [link(TITLE), link(OTHER)] });
    expect(take(ONE, 'Read more:', TITLE, TWO, 'Read more:', OTHER)).toMatchObject({ text: [ONE, TWO], related: [link(TITLE), link(OTHER)] });
  });

  it('finds addresses in the usual notations', () => {
    const url = 'https://paper.example/quay';
    for (const item of [`${TITLE} (${url})`, `${TITLE} ${url}`, `${TITLE} - ${url}`, `[${TITLE}](${url})`, `→ ${TITLE} <${url}>`]) {
      expect(take(ONE, 'RELATED:', item, TWO)).toEqual({ text: [ONE, TWO], related: [link(TITLE, url)] });
      expect(take(ONE, `READ MORE: ${item.replace('→ ', '')}`, TWO)).toEqual({ text: [ONE, TWO], related: [link(TITLE, url)] });
    }
    expect(take(ONE, 'RELATED:', TITLE, url, TWO)).toEqual({ text: [ONE, TWO], related: [link(TITLE, url)] });
    expect(take(ONE, `READ MORE: ${TITLE}`, url, TWO)).toEqual({ text: [ONE, TWO], related: [link(TITLE, url)] });
    expect(take(ONE, 'RELATED:', url, TWO)).toEqual({ text: [ONE, TWO], related: [link(url, url)] });
  });

  it('ends at a gap where the block had none, and before a short heading', () => {
    expect(take(ONE, '', 'RELATED:', TITLE, '', 'What the harbour office says about it', '', TWO).text).toEqual([ONE, 'What the harbour office says about it', TWO]);
    expect(take(ONE, 'RELATED:', TITLE, 'A long dispute', TWO).text).toEqual([ONE, 'A long dispute', TWO]);
  });

  it('leaves speech below the first title', () => {
    const speech = '“What shall we do when the river freezes over again?”';
    expect(take(ONE, 'RELATED:', TITLE, speech, TWO).text).toEqual([ONE, speech, TWO]);
  });

  it.each([
    ['Related: the committee said it had not been asked about the ferry.'],
    ['Related work on the quay goes on'],
    ['See also the notes of the harbour office.'],
    ['More: the ferry had never made money.'],
    ['Read more about the ferry in the harbour office'],
    ['Watch: it stops at noon'],
    ['Read more: and so on'],
  ])('leaves prose: %s', (line) => {
    expect(take(ONE, line, TWO)).toEqual({ text: [ONE, line, TWO], related: [] });
  });

  it('leaves a heading with nothing but prose below it', () => {
    expect(take(ONE, 'RELATED:', TWO)).toEqual({ text: [ONE, 'RELATED:', TWO], related: [] });
    expect(take(ONE, TWO, 'Read more')).toEqual({ text: [ONE, TWO, 'Read more'], related: [] });
  });

  it('never takes a line of prose', () => {
    const line = fc.constantFrom(ONE, TWO, 'RELATED:', 'Read more:', TITLE, OTHER, '', `Lire aussi : ${TITLE}`, '- oars', 'https://paper.example/a');
    fc.assert(
      fc.property(fc.array(line, { maxLength: 20 }), (lines) => {
        const { text } = take(...lines);
        for (const prose of [ONE, TWO]) expect(text.filter((kept) => kept.includes(prose))).toHaveLength(lines.filter((each) => each === prose).length);
      }),
    );
  });
});
