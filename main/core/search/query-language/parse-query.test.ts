/// <reference path="../lunr-parser.d.ts" />
import fc from 'fast-check';
import lunr from 'lunr';
import { describe, expect, it } from 'vitest';
import { randomRuns } from '../../base/random-runs.ts';
import { FIELDS } from '../../index/fields.ts';
import type { QueryNode } from '../query-tree.ts';
import { describeQuery } from './describe-query.ts';
import { parseQuery } from './parse-query.ts';
import { showQuery } from './show-query.ts';

const now = new Date('2026-03-31T15:00:00Z');
const parse = (text: string, typing = false) => parseQuery(text, { fields: FIELDS, typing, now });
const show = (text: string, typing = false) => showQuery(parse(text, typing).root);
const notes = (text: string, typing = false) => parse(text, typing).notes;

/** What lunr's own parser makes of a query; undefined where it refuses. */
function askLunr(text: string): lunr.Query.Clause[] | undefined {
  const query = new lunr.Query([...FIELDS]);
  try {
    return new lunr.QueryParser(text, query).parse().clauses;
  } catch (error) {
    if (error instanceof lunr.QueryParseError) return undefined;
    throw error;
  }
}

const PRESENCES = { optional: lunr.Query.presence.OPTIONAL, required: lunr.Query.presence.REQUIRED, prohibited: lunr.Query.presence.PROHIBITED };

/** A group of words only, as lunr's clauses. */
function toClauses(text: string) {
  return parse(text).root.items.map(({ presence, node }) => {
    if (node.kind !== 'term') throw new Error(`A word becomes a ${node.kind}`);
    const { text: term, fields, boost, edits, pattern, at } = node;
    expect(text.slice(at.start, at.end)).not.toBe('');
    return { term, fields, boost, presence: PRESENCES[presence], editDistance: edits, usePipeline: !pattern };
  });
}

const asCarrel = (clauses: readonly lunr.Query.Clause[]) =>
  clauses.map(({ term, fields, boost, presence, editDistance, usePipeline }) => ({ term, fields, boost, presence, editDistance: Math.min(editDistance ?? 0, 3), usePipeline }));

const wordPiece = fc.constantFrom('lamp', 'Oil', 'a', 'é', 'Дом', 'x1', '5', '*', 'ab*c', '\\:', '\\~', '\\+', '\\*', '\\ ', '\\\\', '\\"', '\\(', "'", '.', ',', '&', '_', '=', '[', '}', '😀', '+', 'and', 'NOTE', 'Or', 'near', 'İ');
const lunrTerm = fc
  .tuple(
    fc.constantFrom('', '', '', '+', '-', '+ '),
    fc.constantFrom('', '', '', 'title:', 'body:', 'byline:', 'title: '),
    fc.array(wordPiece, { minLength: 1, maxLength: 3 }).map((pieces) => pieces.join('')),
    fc.constantFrom('', '', '', '~1', '~2', '~9', '^2', '^10', '~1^3', '^3~2', '^0'),
  )
  .map((parts) => parts.join(''));
const lunrQuery = fc.array(fc.tuple(lunrTerm, fc.constantFrom(' ', '  ', '-', '\t', '\n', '\u00a0', ' - ')), { maxLength: 8 }).map((terms) => terms.flat().join(''));
const anyText = fc.string({ unit: fc.constantFrom('a', 'b', 'title', ':', '*', '~', '^', '+', '-', ' ', '1', '\\', 'é', '/', '='), maxLength: 16 });

describe('a query without additions', () => {
  it.each(['lamp', 'title:lamp', 'lam*', 'lamp~1', 'lamp^2', '+lamp -oil', 'lamp oil title:keep*er^3', 'a - b', 'e-mail', 'C++', 'and or not', 'NOTE', '+AND', 'OR*', 'title:NOT', '\\AND', 'NEAR/x', ''])('%j is what lunr says', (text) => {
    expect(toClauses(text)).toEqual(asCarrel(askLunr(text) ?? []));
  });

  it.each([lunrQuery, anyText])('is what lunr says, whatever it is', (texts) => {
    let accepted = 0;
    fc.assert(
      fc.property(texts, (text) => {
        const clauses = askLunr(text);
        if (!clauses) return;
        accepted += 1;
        expect(toClauses(text)).toEqual(asCarrel(clauses));
      }),
      { numRuns: randomRuns(2_000) },
    );
    expect(accepted).toBeGreaterThan(100);
  });
});

describe('an addition', () => {
  it.each([
    ['"Lamp oil"', '["lamp oil"]'],
    ['“lamp oil” „lamp oil“ «lamp oil»', '["lamp oil" "lamp oil" "lamp oil"]'],
    ['="As Written"', '[="as written"]'],
    ['"lamp oil"~3^2', '["lamp oil"~3^2]'],
    ['"lamp oil"^2~3 "a"^0.5', '["lamp oil"~3^2 "a"^0.5]'],
    ['+title:"lamp oil" -"gas"', '[+title:"lamp oil" -"gas"]'],
    ['"co-operate & U.S. ..." "... a"', '["co operate & u.s." "a"]'],
    ['"say \\"so\\" now"', '["say "so" now"]'],
    ['say"so now"then', '[say "so now" then]'],
    ['lamp NEAR oil', '[<lamp N10 oil>]'],
    ['lamp NEAR/5 oil BEFORE/2 "gas light"', '[<<lamp N5 oil> B2 "gas light">]'],
    ['lamp~1 NEAR/5 (oil OR wick*)', '[<lamp~1 N5 or(oil, wick*)>]'],
    ['lamp NEAR/5 (oil wick)', '[<lamp N5 or(oil, wick)>]'],
    ['+lamp NEAR oil -gas NEAR light', '[+<lamp N10 oil> -<gas N10 light>]'],
    ['lamp AND oil OR gas light', '[or(and(lamp, oil), gas) light]'],
    ['lamp OR oil AND gas', '[or(lamp, and(oil, gas))]'],
    ['NOT lamp NEAR oil AND gas', '[and(!<lamp N10 oil>, gas)]'],
    ['NOT lamp oil', '[-lamp oil]'],
    ['NOT NOT lamp', '[lamp]'],
    ['NOT -lamp', '[lamp]'],
    ['-lamp AND oil', '[and(!lamp, oil)]'],
    ['+lamp OR +oil gas', '[+or(lamp, oil) gas]'],
    ['lamp AND NOT (oil OR gas)', '[and(lamp, !or(oil, gas))]'],
    ['(lamp)', '[lamp]'],
    ['((lamp oil))', '[lamp oil]'],
    ['title:(lamp OR body:oil)^3', '[or(title:lamp^3, body:oil^3)]'],
    ['((a^2 OR "b")^3 c)^0.5 d', '[[or(a^3, "b"^1.5) c^0.5] d]'],
    ['+(a b) -(c -d)', '[+[a b] -[c -d]]'],
    ['TITLE:lamp Byline:"king"', '[title:lamp byline:"king"]'],
    ['北京大学 "北京大学" 北* title:北京~1', '[北京 大学 "北京 大学" 北* title:北京~1]'],
  ])('%s', (text, expected) => {
    expect(show(text)).toBe(expected);
    expect(notes(text)).toEqual([]);
  });

  it('says where each part stands', () => {
    const text = 'old +title:lamp~1 -"gas light"~2 (a NEAR/3 b) tag:"x y"';
    const { root } = parse(text);
    expect(root.items.map(({ node }) => text.slice(node.at.start, node.at.end))).toEqual(['old', '+title:lamp~1', '-"gas light"~2', 'a NEAR/3 b', 'tag:"x y"']);
    const chinese = '+北京大学 lamp';
    expect(parse(chinese).root.items.map(({ node }) => chinese.slice(node.at.start, node.at.end))).toEqual(['+北京', '大学', 'lamp']);
  });
});

describe('a filter', () => {
  it.each([
    ['date:2025', '[{date 2025-01-01..2026-01-01}]'],
    ['date:2025-09', '[{date 2025-09-01..2025-10-01}]'],
    ['date:2025-09-24', '[{date 2025-09-24..2025-09-25}]'],
    ['date:2025-09..2025-12', '[{date 2025-09-01..2026-01-01}]'],
    ['date:<30d added:>1y', '[{date 2026-03-01..} {added ..2025-03-31}]'],
    ['+tag:"two words" -site:example.org', '[{tag two words} -{site example.org}]'],
    ["by:O'Brien lang:pt_BR", "[{by O'Brien} {lang pt-BR}]"],
    ['site:https://news.example.org/a?b=c', '[{site news.example.org}]'],
    ['tag:two\\ words tag:c++ tag:“x”', '[{tag two words} {tag c++} {tag x}]'],
    ['is:unread is:Favorite is:starred has:Images has:address', '[{is unread} {is favourite} {is favourite} {has image} {has address}]'],
    ['words:>500 words:<100 words:100..500 words:500 words:>=5', '[{words 501..} {words ..99} {words 100..500} {words 500..500} {words 5..}]'],
    ['tag:(a OR "b c") lamp', '[+lamp +or({tag a}, {tag b c})]'],
    ['lamp oil tag:(a OR b)', '[+[lamp oil] +or({tag a}, {tag b})]'],
    ['+lamp oil tag:(a OR b)', '[+lamp oil +or({tag a}, {tag b})]'],
    ['date:(2024 OR 2026-01 -2024-05)', '[-{date 2024-05-01..2024-06-01} +or({date 2024-01-01..2025-01-01}, {date 2026-01-01..2026-02-01})]'],
    ['-tag:(a AND NOT b) lamp', '[-and({tag a}, !{tag b}) lamp]'],
    ['lamp OR date:2025', '[or(lamp, {date 2025-01-01..2026-01-01})]'],
    ['Date: 2025', '[{date 2025-01-01..2026-01-01}]'],
  ])('%s', (text, expected) => {
    expect(show(text)).toBe(expected);
    expect(notes(text)).toEqual([]);
  });
});

describe('what is not understood', () => {
  it.each([
    ['author:smith', '[author smith]', '“author” (did you mean “byline:”?)'],
    ['titel:lamp', '[titel lamp]', 'did you mean “title:”?'],
    ['source:"The Beacon"', '[source "the beacon"]', 'did you mean “site:”?'],
    ['language:(de fr)', '[language [de fr]]', 'did you mean “lang:”?'],
    ['since:2025', '[since 2025]', 'did you mean “date:”?'],
    ['qqqqqq:x', '[qqqqqq x]', 'no field “qqqqqq”, so'],
    ['-author:smith +author:"a b"', '[-smith +"a b"]', 'no field'],
    ['12:30', '[12 30]', 'colon after “12”'],
    ['http://example.com', '[http //example.com]', 'site:'],
    ['title:', '[title]', 'No word follows “title:”'],
    [':lamp', '[lamp]', 'A colon was left out'],
    ['lamp^x', '[lamp x]', '“^” needs a number'],
    ['lamp~-1', '[lamp 1]', '“~” needs a number'],
    ['~1', '[1]', 'stands behind no word'],
    ['--lamp', '[-lamp]', '“-” stands before no word'],
    ['+', '[]', '“+” stands before no word'],
    ['lamp~40', '[lamp~3]', 'up to 3 changed letters, not 40'],
    ['lamp^99999999', '[lamp^1000000]', 'counts 1,000,000 times'],
    ['"lamp oil', '["lamp oil"]', 'quotation mark is not closed'],
    ['(lamp oil', '[lamp oil]', 'bracket is not closed'],
    ['lamp) oil', '[lamp oil]', 'closed that was not opened'],
    ['lamp ()', '[lamp]', 'Nothing stands between a pair of brackets'],
    ['lamp "..."', '[lamp]', 'No word stands between the quotation marks'],
    ['lamp AND', '[lamp]', 'stands behind “AND”'],
    ['OR lamp', '[lamp]', 'stands before “OR”'],
    ['lamp AND OR oil', '[or(lamp, oil)]', 'stands behind “AND”'],
    ['lamp NOT', '[lamp]', 'stands behind “NOT”'],
    ['lamp NEAR/5', '[lamp]', 'stands behind “NEAR/5”'],
    ['lamp NEAR tag:x', '[and(lamp, {tag x})]', 'taken as AND'],
    ['lamp NEAR (a AND b)', '[and(lamp, and(a, b))]', 'taken as AND'],
    ['lamp NEAR -oil', '[and(lamp, !oil)]', 'taken as AND'],
    ['a NEAR/0 b', '[<a N1 b>]', '“NEAR/0” was taken as 1'],
    ['a NEAR/99999 b', '[<a N1000 b>]', 'taken as 1000'],
    ['a NEAR/x b', '[a near/x b]', 'searched for as a word'],
    ['date:soon lamp', '[lamp]', 'no date that Carrel can read'],
    ['date:2025-02-30 lamp', '[lamp]', 'no date that Carrel can read'],
    ['date:2026..2024', '[{date 2024-01-01..2027-01-01}]', 'other way round'],
    ['words:500..100', '[{words 100..500}]', 'other way round'],
    ['words:many lamp', '[lamp]', 'no number of words'],
    ['is:odd lamp', '[lamp]', 'read, unread, favourite, archived or unfetched'],
    ['has:highlights lamp', '[lamp]', 'no highlights and no notes yet'],
    ['has:odd lamp', '[lamp]', 'image, video, audio, author, date'],
    ['lang:german lamp', '[lamp]', 'no code of a language'],
    ['lamp tag:', '[lamp]', 'Nothing follows “tag:”'],
    ['tag: AND lamp', '[lamp]', 'Nothing follows “tag:”'],
  ])('%s is taken as %s, and the user is told', (text, expected, note) => {
    expect(show(text)).toBe(expected);
    expect(notes(text).join(' ')).toContain(note);
  });

  it('is not all told when it is very much', () => {
    expect(notes('a1: a2: a3: a4: a5: a6: b1: b2: b3: b4: b5:')).toHaveLength(9);
  });

  it('may stand too deep or be too many', () => {
    const deep = `${'(a '.repeat(40)}${')'.repeat(40)}`;
    expect(notes(deep)).toEqual([expect.stringContaining('32 deep')]);
    expect(depthOf(parse(deep).root)).toBeLessThan(40);
    expect(parse('a '.repeat(300)).root.items).toHaveLength(200);
    expect(parse('"a" '.repeat(300)).root.items).toHaveLength(200);
    expect(parse('tag:a '.repeat(300))).toMatchObject({ notes: [expect.stringContaining('first 200 parts')] });
  });
});

describe('a query that is being typed', () => {
  it.each([
    ['old lam', '[old lam…]'],
    ['old lam ', '[old lam]'],
    ['+title:lam', '[+title:lam…]'],
    ['(old OR lam', '[or(old, lam…)]'],
    ['old NEAR/3 lam', '[<old N3 lam…>]'],
    ['lamp AN', '[lamp an]'],
    ['la', '[la…]'],
    ['old la', '[old la]'],
    ['old 北京', '[old 北京…]'],
    ['lamp AND', '[lamp]'],
    ['lamp AND ', '[lamp]'],
    ['lamp NEAR/', '[lamp]'],
    ['l', '[l]'],
    ['lam~1', '[lam~1]'],
    ['lam*', '[lam*]'],
    ['-lam', '[-lam]'],
    ['NOT lam', '[-lam]'],
    ['-(a OR lam', '[-or(a, lam)]'],
    ['a AND NOT lam', '[and(a, !lam)]'],
    ['"old lam', '["old lam…"]'],
    ['"old la', '["old"]'],
    ['"lam', '[lam…]'],
    ['="la', '[la…]'],
    ['-"la', '[-la]'],
    ['"old ', '["old"]'],
    ['-"old lam', '[-"old lam"]'],
    ['"', '[]'],
    ['lamp (', '[lamp]'],
    ['lamp +', '[lamp]'],
    ['lamp^', '[lamp]'],
    ['lamp date:20', '[lamp]'],
    ['lamp is:unr', '[lamp]'],
    ['北京', '[北京…]'],
  ])('%j is %s, and nothing is said of its end', (text, expected) => {
    expect(show(text, true)).toBe(expected);
    expect(notes(text, true)).toEqual([]);
  });

  it('is told what it cannot mean any more', () => {
    expect(notes('author:smi', true)).toHaveLength(1);
    expect(notes('date:20 lamp', true)).toHaveLength(1);
  });
});

const NASTY = ['', ' ', '*', '**', '~', '^10', 'a~99', 'a~-1', '::', 'title::a', 'title:nofield:a', '+ +', '+-a', '\\', 'a\\', '(', ')', ')(', '())(', '"""', '"\\', '="', '=(', 'NEAR(a b)', 'NEAR NEAR', 'a AND AND b', '__proto__', 'constructor:a', '(a+)+$', '\ud800', '"\udc00', '\u0000', '\u200b', '\u202e', 'tag:(', 'tag:(((', 'date:(title:(tag:"', 'date:..', 'date:<', 'date:<999999y', 'date:9999 date:>9999 date:0000', 'words:99999999999', '-(-(-a))', 'NOT', 'NOT (', 'AND', '“', '「a」', 'İ:x', ':'.repeat(50)];
const piece = fc.constantFrom('a', 'lamp', ' ', '  ', '(', ')', '"', '“', '+', '-', '=', '~', '~2', '^', '^3', ':', 'title:', 'nofield:', 'tag:', 'date:', '2025', '..', '<', '30d', 'is:', 'unread', ' AND ', ' OR ', ' NOT ', ' NEAR/3 ', ' BEFORE ', '\\', '*', '北京', '\ud800', 'x-y');

describe('any text', () => {
  it.each(NASTY)('%j has a tree and a description', (text) => {
    expect(findFlaws(text)).toEqual([]);
  });

  it('has a tree and a description', () => {
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 60 }), (pieces) => {
        expect(findFlaws(pieces.join(''))).toEqual([]);
      }),
      { numRuns: randomRuns(1_000) },
    );
  });

  it.each(['(', ')', '"', '~', 'a~', '()', ':', 'a:', '+', 'AND ', 'NOT ', 'NOT (', '-(', '="', '北', 'tag:(', 'a NEAR b ', '\\'])('may be %j a great many times', (unit) => {
    expect(findFlaws(unit.repeat(100_000 / unit.length))).toEqual([]);
  });
});

/** What no tree may have, whatever was typed. */
function findFlaws(text: string): string[] {
  return [false, true].flatMap((typing) => {
    const { root, notes } = parse(text, typing);
    const nodes = [...walk(root)];
    const outside = nodes.filter(({ at }) => at.start < 0 || at.start > at.end || at.end > text.length);
    const empty = nodes.filter((node) => (node.kind === 'phrase' && node.words.length === 0) || (node !== root && node.kind === 'group' && node.items.length === 0));
    const unscored = nodes.filter((node) => (node.kind === 'term' || node.kind === 'phrase') && !Number.isFinite(node.boost));
    const flaws = [...outside.map(() => 'outside'), ...empty.map(() => 'empty'), ...unscored.map(() => 'unscored')];
    if (nodes.length > 1_000 || notes.length > 9) flaws.push('too much');
    if (!/^(?:all )?articles/.test(describeQuery(root))) flaws.push('not described');
    return flaws;
  });
}

function childrenOf(node: QueryNode): readonly QueryNode[] {
  switch (node.kind) {
    case 'near':
      return [node.left, node.right];
    case 'not':
      return [node.part];
    case 'and':
    case 'or':
      return node.parts;
    case 'group':
      return node.items.map((item) => item.node);
    case 'term':
    case 'phrase':
    case 'filter':
      return [];
  }
}

function* walk(node: QueryNode): Generator<QueryNode> {
  yield node;
  for (const child of childrenOf(node)) yield* walk(child);
}

function depthOf(node: QueryNode): number {
  return 1 + Math.max(0, ...childrenOf(node).map(depthOf));
}
