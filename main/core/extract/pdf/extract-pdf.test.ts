import { describe, expect, it, test } from 'vitest';
import { LIMITS } from '../../base/limits.ts';
import { LibraryError } from '../../../contract/errors.ts';
import { extractPdf } from './extract-pdf.ts';
import { column, writePdf, type FixtureDocument, type FixturePage } from './fixtures/write-pdf.ts';

const words = 'The ferry left the harbour an hour late and nobody on the quay could say why it had waited so long there'.split(' ');
/** So many full lines of about 40 letters, all different. */
const prose = (count: number, seed = 0): string[] =>
  Array.from({ length: count }, (_, line) => {
    let text = '';
    for (let at = seed * 7 + line * 5; text.length < 38; at += 1) text += `${text === '' ? '' : ' '}${words[at % words.length] ?? ''}`;
    return text.toLowerCase();
  });
const sentence = (count: number, seed = 0): string[] => {
  const lines = prose(count, seed);
  return lines.map((line, index) => `${index === 0 ? line.charAt(0).toUpperCase() + line.slice(1) : line}${index === count - 1 ? '.' : ''}`);
};
const extract = (pages: readonly FixturePage[], more: FixtureDocument = {}, fileName = 'ferry.pdf') => extractPdf(writePdf(pages, more), fileName);
const flat = (lines: readonly string[]): string => lines.join(' ');
const codeOf = async (work: Promise<unknown>): Promise<string> =>
  work.then(
    () => 'read',
    (error: unknown) => (error instanceof LibraryError ? error.code : `unexpected: ${String(error)}`),
  );

describe('a page in two columns', () => {
  it('is read column by column below its title', async () => {
    const [left, right] = [sentence(12, 1), sentence(12, 2)];
    const draft = await extract([
      {
        texts: [
          { text: 'Why the ferry was late', x: 150, y: 70, size: 22, font: 'bold' },
          ...column(left, { x: 50, y: 120 }),
          ...column(right, { x: 310, y: 120 }),
        ],
      },
    ]);
    expect(draft.title).toBe('Why the ferry was late');
    expect(draft.guessed).toMatchObject({ title: 0.8 });
    expect(draft.text).toBe(`${flat(left)}\n\n${flat(right)}`);
  });
});

describe('paragraphs', () => {
  it('go on over columns and pages, without headers, numbers and notes between', async () => {
    const [first, second] = [sentence(25, 1), sentence(24, 3)];
    const start = [...first.slice(0, 24), (first[24] ?? '').replace(/\.$/, ' infor-')];
    const end = [`mation ${second[0]?.toLowerCase() ?? ''}`, ...second.slice(1)];
    const page = (number: number, texts: FixturePage['texts']): FixturePage => ({
      texts: [{ text: `Harbour Review ${number}`, x: 50, y: 30, size: 8 }, { text: String(number + 4), x: 290, y: 815, size: 8 }, ...(texts ?? [])],
    });
    const draft = await extract([
      page(1, [...column(start, { x: 50, y: 80 }), { text: '1 A note at the foot of it.', x: 50, y: 780, size: 7 }]),
      page(2, column(end, { x: 50, y: 80 })),
      page(3, column(sentence(6, 5), { x: 50, y: 80 })),
    ]);
    const [whole, note] = draft.text.split('\n\n');
    expect(whole).toContain(' information ');
    expect(whole?.endsWith('.')).toBe(true);
    expect(note).toBe('1 A note at the foot of it.');
    expect(draft.text).not.toMatch(/Review/);
    expect(draft.extra).toMatchObject({ pages: 3, runningLines: ['Harbour Review 3'] });
  });

  it('become headings, lists and tables where they look so', async () => {
    const draft = await extract([
      {
        texts: [
          ...column(sentence(4), { x: 50, y: 60 }),
          { text: 'Of the quays', x: 50, y: 140, size: 15 },
          ...column(sentence(3, 2), { x: 50, y: 165 }),
          ...column(['• The northern quay', '• The southern quay'], { x: 50, y: 220 }),
          ...['Trieste', 'Venice', 'Rijeka'].flatMap((name, row) => [{ text: name, x: 50, y: 270 + row * 12 }, { text: `${row}12 ships`, x: 200, y: 270 + row * 12 }]),
        ],
      },
    ]);
    expect(draft.html).toContain('<h2>Of the quays</h2>');
    expect(draft.html).toContain('<ul><li>The northern quay</li><li>The southern quay</li></ul>');
    expect(draft.html).toContain('<td>Venice</td><td>112 ships</td>');
  });

  it('keep their links to the web and lose all others', async () => {
    const links = [
      { url: 'https://harbour.example/report', left: 70, right: 100, top: 50, bottom: 62 },
      { url: 'javascript:alert(1)', left: 100, right: 150, top: 50, bottom: 62 },
    ];
    const draft = await extract([{ texts: [{ text: 'See the report of the harbour.', x: 50, y: 60 }], links }]);
    expect(draft.html).toBe('<p>See <a href="https://harbour.example/report" rel="noopener noreferrer">the</a> report of the harbour.</p>');
  });

  it('hold no markup of the document', async () => {
    const draft = await extract([{ texts: [{ text: '<script>alert(1)</script> <b>bold</b> words & more', x: 50, y: 60 }] }]);
    expect(draft.html).toBe('<p>&#x3C;script>alert(1)&#x3C;/script> &#x3C;b>bold&#x3C;/b> words &#x26; more</p>');
  });
});

describe('pages', () => {
  it('that lie on their side are read upright, stamps at the margin are told apart', async () => {
    const [up, rotated, straight] = [sentence(5, 1), sentence(5, 2), sentence(5, 3)];
    const turn = (lines: readonly string[]) => lines.map((text, index) => ({ text, x: 100 + index * 12, y: 700, angle: 90 }));
    const draft = await extract([{ texts: turn(up) }, { rotate: 90, texts: turn(rotated) }, { texts: [...column(straight, { x: 50, y: 60 }), { text: 'arXiv 2024', x: 20, y: 500, angle: 90 }] }]);
    expect(draft.text).toBe([flat(up), flat(rotated), flat(straight)].join('\n\n'));
    expect(draft.extra).toMatchObject({ turnedText: ['arXiv 2024'] });
  });

  it('in Chinese need no spaces, and no tables of characters where the font tells them', async () => {
    const draft = await extract([{ texts: column(['港口当局星期二表示渡轮晚点一小时离开', '没有人知道为什么等了这么久。'], { x: 50, y: 60 }) }]);
    expect(draft).toMatchObject({ text: '港口当局星期二表示渡轮晚点一小时离开没有人知道为什么等了这么久。', language: 'zh' });
  });

  it('lose what the document says is no content, at their edges only', async () => {
    const draft = await extract([{ texts: [{ text: 'Confidential', x: 50, y: 20, artifact: true }, ...column(sentence(4), { x: 50, y: 300 }), { text: 'Kept in the middle.', x: 50, y: 400, artifact: true }] }]);
    expect(draft.text).toBe(`${flat(sentence(4))}\n\nKept in the middle.`);
  });
});

describe('metadata', () => {
  const page = { texts: [{ text: 'Why the ferry was late', x: 50, y: 60, size: 20 }, ...column(sentence(6), { x: 50, y: 100 })] };

  it('is taken as stated, and the date of the file as a poor guess', async () => {
    const draft = await extract([page], { language: 'en-GB', info: { Title: 'Why the ferry was late', Author: 'Jane Doe', CreationDate: "D:20240501102030+02'00'", Producer: 'Press 1' } });
    expect(draft).toMatchObject({
      title: 'Why the ferry was late', byline: 'Jane Doe', language: 'en-GB', published: { value: '2024-05-01', precision: 'day' }, guessed: { published: 0.3 },
      extra: { created: '2024-05-01T10:20:30+02:00', producer: 'Press 1' },
    });
    expect(draft.text.startsWith('The ferry')).toBe(true);
  });

  it('is no title where a program made it', async () => {
    expect(await extract([page], { info: { Title: 'Microsoft Word - x.doc' } })).toMatchObject({ title: 'Why the ferry was late', guessed: { title: 0.8 }, extra: { statedTitle: 'Microsoft Word - x.doc' } });
  });

  it('comes from XMP where that is there', async () => {
    const xmp = '<dc:creator><rdf:Seq><rdf:li>Jane Doe</rdf:li><rdf:li>John Roe</rdf:li></rdf:Seq></dc:creator><prism:publicationDate>2020-05-04</prism:publicationDate><prism:publicationName>Harbour Review</prism:publicationName>';
    const draft = await extract([page], { xmp, info: { Author: 'Jane Doe' } });
    expect(draft).toMatchObject({ byline: 'Jane Doe, John Roe', published: { value: '2020-05-04' }, site: 'Harbour Review' });
    expect(draft.guessed).not.toHaveProperty('published');
  });

  it('is not believed where it says another language than the text', async () => {
    const german = ['Die Fähre verließ den Hafen eine Stunde zu spät, und niemand', 'am Kai konnte sagen, warum sie so lange gewartet hatte. Der', 'Kapitän schwieg, die Behörde ebenso, und am Abend stand in der', 'Zeitung, dass es morgen wieder so sein werde wie an jedem Tag.', 'Die Stadt hatte sich daran gewöhnt, sagte eine Frau, die auf das', 'Schiff wartete und ihren Koffer nicht aus der Hand gab.'];
    expect(await extract([{ texts: column(german, { x: 50, y: 60 }) }], { language: 'en-US' })).toMatchObject({ language: 'de', extra: { statedLanguage: 'en-US' } });
  });
});

describe('what cannot be read', () => {
  it('is a scan, said to be one', async () => {
    await expect(extract([{ picture: true }, { picture: true, texts: [{ text: 'Scan', x: 9, y: 9 }] }])).rejects.toThrow('This PDF holds only pictures of pages: there is no text to read. Have its text recognised (OCR) and import that copy.');
  });

  it('is a page without text', async () => {
    expect(await codeOf(extract([{}]))).toBe('no-text');
  });

  it('asks for a password', async () => {
    const key = `/Encrypt<</Filter/Standard/V 1/R 2/P -4/O<${'00'.repeat(32)}>/U<${'11'.repeat(32)}>>>/ID[<00><00>]`;
    await expect(extract([{ texts: column(sentence(3), { x: 50, y: 60 }) }], { trailer: key })).rejects.toThrow(/password/);
  });

  it('is no PDF, or too little of one', async () => {
    expect(await codeOf(extractPdf(Buffer.from('%PDF-1.7\nnothing'), 'a.pdf'))).toBe('malformed');
    expect(await codeOf(extractPdf(Buffer.from('<p>Not a PDF</p>'), 'a.pdf'))).toBe('malformed');
  });
});

describe('a damaged file', () => {
  const whole = writePdf([{ texts: column(sentence(5, 1), { x: 50, y: 60 }) }, { texts: column(sentence(5, 2), { x: 50, y: 60 }) }]);
  const source = Buffer.from(whole).toString('latin1');

  it('without its table of objects is read', async () => {
    expect((await extractPdf(Buffer.from(source.slice(0, source.indexOf('xref')), 'latin1'), 'a.pdf')).text).toContain(flat(sentence(5, 2)));
  });

  it('whose list of pages leads to itself is read by its pages', async () => {
    const looped = source.replace(/\/Kids\[[^\]]*\]/, (kids) => '/Kids[2 0 R]'.padEnd(kids.length));
    expect((await extractPdf(Buffer.from(looped, 'latin1'), 'a.pdf')).text).toContain(flat(sentence(5, 1)));
  });

  it('says which pages are missing', async () => {
    const [first] = [...source.matchAll(/\/Kids\[(\d+) 0 R (\d+) 0 R\]/g)];
    const broken = source.replace(`\n${first?.[2] ?? ''} 0 obj\n<</Type/Page`, `\n${first?.[2] ?? ''} 0 obj\n<</Tipe/Xxxx`).replace(/\/MediaBox\[0 0 595 842\](?![\s\S]*\/MediaBox)/, '/MediaBix[0 0 595 842]');
    const draft = await extractPdf(Buffer.from(broken, 'latin1'), 'a.pdf');
    expect(draft.text).toContain(flat(sentence(5, 1)));
  });

  it('that promises a thousand million pages is read as far as it goes', async () => {
    const promised = source.replace(/\/Count 2/, '/Count 1000000000');
    expect((await extractPdf(Buffer.from(promised, 'latin1'), 'a.pdf')).text).toContain(flat(sentence(5, 2)));
  });
});

test('a page that unpacks without end is read as far as it may be', async () => {
  const content = `BT /regular 10 Tf 50 700 Td <004c00610074006500200066006500720072006900650073> Tj ET ${' '.repeat(LIMITS.pdfStreamBytes)}`;
  const bytes = writePdf([{ texts: [{ text: 'Late ferries', x: 0, y: 0 }], content }], { compress: true });
  expect(await extractPdf(bytes, 'a.pdf')).toMatchObject({ text: 'Late ferries', extra: { partsTooLarge: true } });
});

test('the bytes are left as they are', async () => {
  const bytes = writePdf([{ texts: column(sentence(3), { x: 50, y: 60 }) }]);
  const before = Buffer.from(bytes).toString('latin1');
  await extractPdf(bytes, 'a.pdf');
  expect(Buffer.from(bytes).toString('latin1')).toBe(before);
});
