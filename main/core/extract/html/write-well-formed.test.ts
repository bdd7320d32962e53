import { expect, test } from 'vitest';
import { parseHtml } from './parse-html.ts';
import { writeWellFormed } from './write-well-formed.ts';

const write = (html: string): string => writeWellFormed(parseHtml(html, { fragment: true }));

test('ends every element, and names no characters but those of XML', () => {
  expect(write('<p class="a b" title=\'"<&\'>1 &lt; 2 &amp; 3&nbsp;&eacute;<br>4<p><img src=a.png alt>')).toBe(
    '<p class="a b" title="&quot;&lt;&amp;">1 &lt; 2 &amp; 3\u00a0é<br/>4</p><p><img src="a.png" alt=""/></p>',
  );
});

test('leaves out comments and names that XML does not allow, and keeps what they hold', () => {
  expect(write('<!-- a --><p a"b="1" id=x>b</p><x:y"z>c</x:y"z>')).toBe('<p id="x">b</p>c');
});

test('keeps white space where it is text', () => {
  expect(write('<div>\n\n   <p>a  b</p>   </div><pre>  <b>x</b>\n\n  </pre>')).toBe('<div>\n<p>a  b</p>\n</div><pre>  <b>x</b>\n\n  </pre>');
});
