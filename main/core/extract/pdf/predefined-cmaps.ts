/**
 * The tables of characters that fonts of Chinese, Japanese and Korean name and do not hold. Adobe's own tables are megabytes
 * that no package here brings; but most of the names stand for charsets that the platform can decode, and from these the tables
 * are made. What the platform cannot know is which character a font means by Adobe's own numbers (`Identity-H` without a
 * table of its own): those become U+FFFD, which is counted, and never other letters.
 *
 * PDF.js asks twice: which number a code has (`90ms-RKSJ-H`), and which character that number is (`Adobe-Japan1-UCS2`). The
 * numbers in between are our own, and lie above all that Adobe has given away, so that the two kinds cannot be mistaken.
 */
export function makeCmap(name: string): Uint8Array | undefined {
  const collection = /^Adobe-(GB1|CNS1|Japan1|Korea1)-UCS2$/.exec(name)?.[1];
  if (collection !== undefined) return encode(charactersOfNumbers(slotsOf(collection)));
  const encoding = findEncoding(name);
  if (encoding === undefined) return undefined;
  return encode(numbersOfCodes(encoding, slotsOf(encoding.collection), name.endsWith('V') ? 1 : 0));
}

interface Encoding {
  readonly collection: string;
  /** A label of TextDecoder, or UTF-16. */
  readonly charset: string;
}

const ENCODINGS: readonly (readonly [pattern: RegExp, encoding: Encoding])[] = [
  [/^UniGB-(?:UCS2|UTF16)-[HV]$/, { collection: 'GB1', charset: 'utf-16be' }],
  [/^UniCNS-(?:UCS2|UTF16)-[HV]$/, { collection: 'CNS1', charset: 'utf-16be' }],
  [/^UniJIS(?:2004|Pro)?-(?:UCS2(?:-HW)?|UTF16)-[HV]$/, { collection: 'Japan1', charset: 'utf-16be' }],
  [/^UniKS-(?:UCS2|UTF16)-[HV]$/, { collection: 'Korea1', charset: 'utf-16be' }],
  [/^GB(?:K|Kp|K2K|pc)?(?:-EUC)?-[HV]$/, { collection: 'GB1', charset: 'gbk' }],
  [/^(?:B5pc|ETen-B5|ETenms-B5|HKscs-B5)-[HV]$/, { collection: 'CNS1', charset: 'big5' }],
  [/^(?:83pv|90ms|90msp|90pv|Add|Ext)-RKSJ-[HV]$/, { collection: 'Japan1', charset: 'shift_jis' }],
  [/^EUC-[HV]$/, { collection: 'Japan1', charset: 'euc-jp' }],
  [/^(?:KSC(?:pc)?-EUC|KSCms-UHC(?:-HW)?)-[HV]$/, { collection: 'Korea1', charset: 'euc-kr' }],
];

function findEncoding(name: string): Encoding | undefined {
  return ENCODINGS.find(([pattern]) => pattern.test(name))?.[1];
}

/** Characters that fonts of a collection may have, as the ranges that get numbers, and the first of these. */
interface Slots {
  readonly first: number;
  readonly ranges: readonly (readonly [from: number, to: number])[];
}

const LETTERS = [[0x20, 0x2ff], [0x370, 0x4ff], [0x2000, 0x27bf]] as const;
const FORMS = [[0xf900, 0xfaff], [0xfe30, 0xfe4f], [0xff00, 0xffef]] as const;
/** Adobe has given 30,284 numbers at most, 18,352 in the Korean collection. */
const CHINESE_AND_JAPANESE: Slots = { first: 30_400, ranges: [...LETTERS, [0x2e80, 0x2fdf], [0x3000, 0x9fff], ...FORMS] };
const KOREAN: Slots = { first: 18_400, ranges: [...LETTERS, [0x1100, 0x11ff], [0x3000, 0x33ff], [0x4e00, 0x9fff], [0xac00, 0xd7a3], ...FORMS] };

function slotsOf(collection: string): Slots {
  return collection === 'Korea1' ? KOREAN : CHINESE_AND_JAPANESE;
}

function numberOf(character: number, { first, ranges }: Slots): number | undefined {
  let start = first;
  for (const [from, to] of ranges) {
    if (character >= from && character <= to) return start + character - from;
    start += to - from + 1;
  }
  return undefined;
}

/** In all collections the numbers from 1 are the letters of ASCII. */
const ASCII: readonly [from: number, to: number] = [0x20, 0x7e];

function charactersOfNumbers({ first, ranges }: Slots): string {
  const known = [[1, ASCII] as const, ...withStarts(first, ranges)];
  const lines = known.map(([start, [from, to]]) => `<${hex(start)}> <${hex(start + to - from)}> <${hex(from)}>`);
  const unknown = Array.from({ length: first - 96 }, () => '<FFFD>').join('');
  return wrap(0, `${lines.length + 1} beginbfrange\n${lines.join('\n')}\n<${hex(96)}> <${hex(first - 1)}> [${unknown}]\nendbfrange`);
}

function withStarts(first: number, ranges: Slots['ranges']): (readonly [start: number, range: readonly [number, number]])[] {
  let start = first;
  return ranges.map((range) => {
    const at = start;
    start += range[1] - range[0] + 1;
    return [at, range] as const;
  });
}

function numbersOfCodes({ charset }: Encoding, slots: Slots, mode: 0 | 1): string {
  if (charset === 'utf-16be') {
    const lines = withStarts(slots.first, slots.ranges).map(([start, [from, to]]) => `<${hex(from)}> <${hex(to)}> ${start}`);
    return wrap(mode, `3 begincodespacerange <0000> <D7FF> <D800DC00> <DBFFDFFF> <E000> <FFFF> endcodespacerange\n${lines.length} begincidrange\n${lines.join('\n')}\nendcidrange`);
  }
  const lines: string[] = [];
  const decoder = new TextDecoder(charset);
  const add = (...bytes: readonly number[]): void => {
    const text = decoder.decode(Uint8Array.from(bytes));
    const character = text.charCodeAt(0);
    const number = text.length === 1 && character !== 0xfffd ? numberOf(character, slots) : undefined;
    if (number !== undefined) lines.push(`<${Buffer.from(bytes).toString('hex')}> ${number}`);
  };
  const { singles, leads } = BYTES[charset] ?? BYTES_OF_MOST;
  for (const [from, to] of singles) for (let byte = from; byte <= to; byte += 1) add(byte);
  for (const [from, to] of leads) for (let lead = from; lead <= to; lead += 1) for (let trail = 0x40; trail <= 0xfe; trail += 1) add(lead, trail);
  const spaces = [...singles.map(([from, to]) => `<${hex(from, 2)}> <${hex(to, 2)}>`), ...leads.map(([from, to]) => `<${hex(from, 2)}40> <${hex(to, 2)}FE>`)];
  return wrap(mode, `${spaces.length} begincodespacerange ${spaces.join(' ')} endcodespacerange\n${lines.length} begincidchar\n${lines.join('\n')}\nendcidchar`);
}

interface CodeBytes {
  readonly singles: readonly (readonly [from: number, to: number])[];
  readonly leads: readonly (readonly [from: number, to: number])[];
}

const BYTES_OF_MOST: CodeBytes = { singles: [[0, 0x80]], leads: [[0x81, 0xfe]] };
/** Where single bytes are letters beyond ASCII: the narrow syllables of Shift JIS. */
const BYTES: Readonly<Record<string, CodeBytes>> = {
  shift_jis: { singles: [[0, 0x80], [0xa0, 0xdf]], leads: [[0x81, 0x9f], [0xe0, 0xfc]] },
  'euc-jp': { singles: [[0, 0x80]], leads: [[0x8e, 0x8e], [0xa1, 0xfe]] },
};

function wrap(mode: 0 | 1, body: string): string {
  return `/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapType 2 def /WMode ${mode} def\n${body}\nendcmap end end`;
}

function hex(value: number, digits = 4): string {
  return value.toString(16).padStart(digits, '0');
}

function encode(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}
