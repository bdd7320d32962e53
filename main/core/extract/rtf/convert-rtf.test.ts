import { toHtml } from 'hast-util-to-html';
import { describe, expect, test } from 'vitest';
import { LIMITS } from '../../base/limits.ts';
import { convertRtf } from './convert-rtf.ts';

const convert = (rtf: string): string => toHtml(convertRtf(Buffer.from(`{\\rtf1\\ansi\\ansicpg1252 ${rtf}}`, 'latin1')).content);

describe('convertRtf', () => {
  test('keeps paragraphs, line breaks and emphasis', () => {
    expect(convert('It {\\b left} at\\i  noon\\i0 .\\par\n\\pard One\\line Two\\par')).toBe('<p>It <strong>left</strong> at<em> noon</em>.</p><p>One<br>Two</p>');
    expect(convert('{\\b\\i x}{\\super 2}{\\strike y}\\plain z')).toBe('<p><strong><em>x</em></strong><sup>2</sup><s>y</s>z</p>');
  });

  test('decodes bytes in the charset of their font', () => {
    const fonts = '{\\fonttbl{\\f0\\fcharset238 A;}{\\f1\\fcharset204 B;}{\\f2\\fcharset128 C;}{\\f3\\fcharset2 Symbol;}}';
    expect(convert(`${fonts}\\f0\\'c8l\\'e1nek \\f1\\'cf \\f2\\'83\\'41 \\'83A \\f3\\'b7\\f9\\'e9`)).toBe('<p>Článek П ア ア •é</p>');
    expect(convert('{\\fonttbl\\f0\\fcharset204 A;\\f1\\fcharset0 B;}\\f0\\\'cf\\f1\\\'cf')).toBe('<p>ПÏ</p>');
  });

  test('reads Unicode without what says it again, and pairs', () => {
    expect(convert('\\u8217?s \\uc0\\u8217 s {\\uc2\\u233\\\'65\\\'27}t \\uc1\\u-10179?\\u-8704?')).toBe('<p>’s ’s ét \u{1f600}</p>');
    expect(convert('\\uc0 a\\u-10240 b\\u-9216 c\\u-9216\\u-10240 d')).toBe('<p>a\ufffdb\ufffdc\ufffd\ufffdd</p>');
    expect(convert('{\\upr{ansi}{\\*\\ud{\\u8217?}}}')).toBe('<p>’</p>');
  });

  test('reads symbols and words for characters', () => {
    expect(convert('a\\~b\\-c\\_d\\{\\}\\\\\\emdash\\lquote x\\rquote\\tab y')).toBe('<p>a&nbsp;b\u00adc\u2011d{}\\—‘x’\ty</p>'.replace('&nbsp;', '\u00a0'));
  });

  test('keeps links of fields, and shows what other fields show', () => {
    expect(convert('{\\field{\\*\\fldinst{HYPERLINK "https://example.org/"}}{\\fldrslt{\\ul\\b Kiel}}}, {\\field{\\*\\fldinst PAGE}{\\fldrslt 7}}')).toBe('<p><a href="https://example.org/"><strong>Kiel</strong></a>, 7</p>');
    expect(convert('{\\field{\\*\\fldinst HYPERLINK \\\\l "Pier"}{\\fldrslt There}} {\\*\\bkmkstart Pier}here{\\*\\bkmkend Pier}')).toBe('<p><a href="#Pier">There</a> <a id="Pier"></a>here</p>');
  });

  test('knows headings by the names of styles and by their outline', () => {
    const styles = '{\\stylesheet{\\s0 Normal;}{\\s1\\b heading 2;}{\\s2 \\\'dcberschrift 1;}{\\*\\cs3 heading 1;}{\\s4\\outlinelevel2 Mine;}}';
    expect(convert(`${styles}\\pard\\s1 A\\par\\pard\\s2 B\\par\\pard\\s4 C\\par\\pard\\outlinelevel0 D\\par\\pard E\\par`)).toBe('<h2>A</h2><h1>B</h1><h3>C</h3><h1>D</h1><p>E</p>');
  });

  test('keeps lists and tables', () => {
    expect(convert('{\\listtext 1.\\tab}\\pard\\ls1 One\\par{\\listtext 2.\\tab}Two\\par\\pard{\\pntext\\\'b7\\tab}Dot\\par')).toBe('<ol><li>One</li><li>Two</li></ol><ul><li>Dot</li></ul>');
    expect(convert('\\trowd\\cellx1\\cellx2\\pard\\intbl a\\cell b\\par c\\cell\\row\\pard After\\par')).toBe('<table><tbody><tr><td><p>a</p></td><td><p>b</p><p>c</p></td></tr></tbody></table><p>After</p>');
  });

  test('gathers footnotes below the text', () => {
    const html = convert('It left{\\super\\chftn{\\footnote\\pard{\\super\\chftn} At {\\i noon}.}} late.\\par');
    expect(html).toContain('<p>It left<sup><a href="#note-1" id="note-ref-1">[1]</a></sup> late.</p>');
    expect(html).toContain('<ol><li id="note-1"><p> At <em>noon</em>. <a href="#note-ref-1">↑</a></p></li></ol>');
  });

  test('keeps text boxes after the paragraph that they stand in', () => {
    expect(convert('It {\\shp{\\*\\shpinst{\\sp{\\sn a}{\\sv b}}{\\shptxt\\pard Box\\par}}{\\shprslt no}}left.\\par')).toBe('<p>It left.</p><p>Box</p>');
  });

  test('takes pictures by their bytes and names those of other kinds', () => {
    const { content, pictures } = convertRtf(Buffer.from('{\\rtf1 {\\*\\shppict{\\pict\\pngblip\\picwgoal150 8950\n4e47}}{\\nonshppict{\\pict\\wmetafile8 00}}{\\pict\\emfblip 00}}', 'latin1'));
    expect(toHtml(content)).toBe('<p><img src="pictures/1.png" width="10"><img src="pictures/2.emf"></p>');
    expect([...pictures.keys()]).toEqual(['pictures/1.png']);
  });

  test('leaves out objects, headers, hidden text, comments and all that it does not know', () => {
    expect(convert('{\\header top}It {\\object\\objautlink{\\*\\objdata 0105}{\\result shows}}{\\v secret}{\\*\\unknown x{\\b y}}{\\*\\annotation z} left.{\\field{\\*\\fldinst INCLUDEPICTURE "http://127.0.0.1:9/x.png"}}')).toBe('<p>It shows left.</p>');
  });

  test('says what the file says of itself', () => {
    const { facts, properties } = convertRtf(Buffer.from("{\\rtf1\\ansi{\\info{\\title Caf\\'e9}{\\author Kari}{\\creatim\\yr2006\\mo5\\dy18\\hr12\\min9}{\\*\\company Havn}}{\\*\\userprops{\\propname Desk}\\proptype30{\\staticval Coast}}{\\*\\generator Riched20;}x}", 'latin1'));
    expect(Object.fromEntries(facts)).toMatchObject({ title: 'Café', author: 'Kari', created: '2006-05-18T12:09', company: 'Havn', program: 'Riched20;' });
    expect([...properties]).toEqual([['Desk', 'Coast']]);
  });

  test('reads a file that breaks off as far as it goes, and nothing after the end', () => {
    const cut = convertRtf(Buffer.from('{\\rtf1 It {\\b left \\bin99999999 ab'));
    expect([toHtml(cut.content), cut.breaksOff]).toEqual(['<p>It <strong>left </strong></p>', true]);
    const whole = convertRtf(Buffer.from('{\\rtf1 It left.}} and more'));
    expect([toHtml(whole.content), whole.breaksOff]).toEqual(['<p>It left.</p>', false]);
  });

  test('refuses groups without end, and documents of too many parts', () => {
    expect(() => convert('{'.repeat(LIMITS.rtfGroups + 1))).toThrow(expect.objectContaining({ code: 'too-deep' }));
    expect(() => convert('a\\par '.repeat(LIMITS.htmlElements))).toThrow(expect.objectContaining({ code: 'too-large' }));
  });
});
