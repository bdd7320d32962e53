import { toHtml } from 'hast-util-to-html';
import { describe, expect, test } from 'vitest';
import { LIMITS } from '../../base/limits.ts';
import { convertOdt } from './convert-odt.ts';
import { odtContent } from './make-odt.ts';
import { readStyles } from './read-styles.ts';

const convert = (body: string, styles = ''): string => {
  const xml = odtContent(body, styles);
  return toHtml(convertOdt(xml, readStyles([xml])));
};

describe('convertOdt', () => {
  test('keeps headings and paragraphs, and drops the white space between them', () => {
    expect(convert('\n <text:h text:outline-level="2">Ferry</text:h>\n <text:h text:outline-level="9">Low</text:h><text:p>It left\n at noon &amp; back.</text:p>')).toBe('<h2>Ferry</h2><h6>Low</h6><p>It left\n at noon &#x26; back.</p>');
  });

  test('takes a paragraph of the title style, or of one made from it, for the heading of all', () => {
    expect(convert('<text:p text:style-name="P1">Ferry</text:p><text:p text:style-name="Quotations">It left.</text:p>', '<style:style style:name="P1" style:parent-style-name="Title"/>')).toBe('<h1>Ferry</h1><blockquote><p>It left.</p></blockquote>');
  });

  test('keeps spaces, tabs and line breaks, but not a million spaces', () => {
    expect(convert('<text:p>a<text:s/>b<text:tab/>c<text:line-break/>d<text:s text:c="3"/>e</text:p>')).toBe('<p>a b\tc<br>d   e</p>');
    expect(convert('<text:p>a<text:s text:c="1000000000"/>b<text:s text:c="-5"/><text:s text:c="x"/></text:p>').length).toBeLessThan(60);
  });

  test('keeps emphasis and links', () => {
    const styles = '<style:style style:name="T1"><style:text-properties fo:font-weight="bold" fo:font-style="italic"/></style:style>';
    expect(convert('<text:p>It <text:span text:style-name="T1">left</text:span> <text:a xlink:href="https://example.org/">here</text:a> <text:a xlink:href="#Pier|outline">there</text:a><text:bookmark text:name="Pier"/>.</text:p>', styles)).toBe(
      '<p>It <strong><em>left</em></strong> <a href="https://example.org/">here</a> <a href="#Pier">there</a><a id="Pier"></a>.</p>',
    );
  });

  test('keeps lists in lists, numbered as their style says', () => {
    const styles = '<text:list-style style:name="L1"><text:list-level-style-number text:level="1" style:num-format="1"/><text:list-level-style-bullet text:level="2"/></text:list-style>';
    const body = '<text:list text:style-name="L1"><text:list-item text:start-value="4"><text:p>One</text:p><text:list><text:list-item><text:p>Deep</text:p></text:list-item></text:list></text:list-item></text:list>';
    expect(convert(body, styles)).toBe('<ol><li value="4"><p>One</p><ul><li><p>Deep</p></li></ul></li></ol>');
  });

  test('keeps tables, with cells over several columns', () => {
    const body = '<table:table><table:table-column/><table:table-header-rows><table:table-row><table:table-cell table:number-columns-spanned="2"><text:p>a</text:p></table:table-cell><table:covered-table-cell/></table:table-row></table:table-header-rows><table:table-row><table:table-cell><text:p>b</text:p></table:table-cell><table:table-cell/></table:table-row></table:table>';
    expect(convert(body)).toBe('<table><thead><tr><td colspan="2"><p>a</p></td></tr></thead><tr><td><p>b</p></td><td></td></tr></table>');
  });

  test('gathers notes below the text', () => {
    const note = (mark: string, text: string): string => `<text:note><text:note-citation>${mark}</text:note-citation><text:note-body>\n<text:p>${text}</text:p></text:note-body></text:note>`;
    const html = convert(`<text:p>It left${note('1', 'At noon.')} late${note('*', 'Very.')}.</text:p>`);
    expect(html).toContain('<p>It left<sup><a href="#note-1" id="note-ref-1">[1]</a></sup> late<sup><a href="#note-2" id="note-ref-2">[*]</a></sup>.</p>');
    expect(html).toContain('<ol><li id="note-1"><p>At noon. <a href="#note-ref-1">↑</a></p></li><li id="note-2"><p>Very. <a');
  });

  test('keeps one picture of a frame with what describes it', () => {
    const body = '<text:p>See <draw:frame svg:width="2.54cm" svg:height="1in"><draw:object xlink:href="./Object 1"><text:p>no</text:p></draw:object><draw:image xlink:href="./Pictures/a.png"><text:p/></draw:image><draw:image xlink:href="Pictures/a.svm"/><svg:title>A </svg:title><svg:desc>ship</svg:desc></draw:frame> here.</text:p>';
    expect(convert(body)).toBe('<p>See <img src="Pictures/a.png" alt="A ship" width="96" height="96"> here.</p>');
  });

  test('puts text boxes, and tables in them, after the paragraph that holds them', () => {
    const body = '<text:p>It <draw:frame><draw:text-box><text:p>Box <draw:frame><draw:image xlink:href="a.png"/></draw:frame></text:p><table:table><table:table-row><table:table-cell><text:p>c</text:p></table:table-cell></table:table-row></table:table></draw:text-box></draw:frame>left.</text:p><text:p>End.</text:p>';
    expect(convert(body)).toBe('<p>It left.</p><p>Box <img src="a.png" alt=""></p><table><tr><td><p>c</p></td></tr></table><p>End.</p>');
  });

  test('leaves out what was deleted, said about the text, or hidden', () => {
    const styles = '<style:style style:name="T1"><style:text-properties text:display="none"/></style:style>';
    const body = '<text:tracked-changes><text:changed-region><text:deletion><text:p>gone</text:p></text:deletion></text:changed-region></text:tracked-changes><text:p>It <text:change-start/>left<text:change-end/><office:annotation><dc:date>2017</dc:date><text:p>Really?</text:p></office:annotation><text:span text:style-name="T1">secret</text:span>.</text:p><text:section text:display="none"><text:p>no</text:p></text:section><text:p text:style-name="T1">no</text:p>';
    expect(convert(body, styles)).toBe('<p>It left.</p>');
  });

  test('keeps ruby text, fields, and characters of no meaning to others', () => {
    expect(convert('<text:p><text:ruby><text:ruby-base>漢字</text:ruby-base><text:ruby-text>かんじ</text:ruby-text></text:ruby><text:author-name>Kari</text:author-name>\ue000\uf0b7\u{f0000}</text:p>')).toBe('<p><ruby>漢字<rt>かんじ</rt></ruby>Kari\ue000\uf0b7\u{f0000}</p>');
  });

  test('expands no entity', () => {
    const xml = '<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b SYSTEM "file:///etc/passwd">]><office:text><text:p>&a;&b;</text:p></office:text>';
    expect(toHtml(convertOdt(xml, readStyles([])))).toBe('<p>&#x26;a;&#x26;b;</p>');
  });

  test('refuses what is nested too deeply or holds too much', () => {
    expect(() => convert('<text:section>'.repeat(LIMITS.htmlDepth))).toThrow(expect.objectContaining({ code: 'too-deep' }));
    expect(() => convert('<text:p/>'.repeat(LIMITS.htmlElements + 1))).toThrow(expect.objectContaining({ code: 'too-large' }));
  });
});
