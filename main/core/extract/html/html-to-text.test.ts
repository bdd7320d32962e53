import { expect, test } from 'vitest';
import { htmlToText } from './html-to-text.ts';

test.each([
  ['paragraphs are parted by one empty line', '<p>One</p>\n\n\n<p>Two</p>', 'One\n\nTwo'],
  ['white space is folded', '<p>  One\n   two\t three&nbsp;four </p>', 'One two three four'],
  ['inline elements part nothing', '<p>on<b>e</b> <i>two</i></p>', 'one two'],
  ['a line break is one line break', '<p>One<br> two</p>', 'One\ntwo'],
  ['two line breaks part paragraphs', '<div>One<br>\n<br><br>two</div>', 'One\n\ntwo'],
  ['headings, items, quotes and captions are paragraphs', '<h2>H</h2><ul><li>a</li><li>b<ul><li>c</li></ul></li></ul><blockquote>q</blockquote><figure><figcaption>f</figcaption></figure>', 'H\n\na\n\nb\n\nc\n\nq\n\nf'],
  ['loose text beside blocks is a paragraph', 'One<p>Two</p>three', 'One\n\nTwo\n\nthree'],
  ['cells of a row are parted by a tab', '<table><caption>C</caption><tr><th>a</th><th>b</th></tr><tr><td>1</td><td>2</td></tr></table>', 'C\n\na\tb\n\n1\t2'],
  ['a table that lays out a page holds paragraphs', '<table><tr><td><p>One</p><p>Two</p></td><td><p>Three</p></td></tr></table>', 'One\n\nTwo\n\nThree'],
  ['code keeps its lines', '<p>Run</p><pre>  if a:\n    b\n</pre>', 'Run\n\n  if a:\n    b'],
  ['an empty line in code parts no paragraphs', '<pre>a\n\n\nb</pre>', 'a\nb'],
  ['images say nothing', '<p>a<img alt="picture" src="x">b</p>', 'ab'],
  ['reading aids say nothing', '<p><ruby>東京<rp>(</rp><rt>とうきょう</rt><rp>)</rp></ruby>へ</p>', '東京へ'],
  ['words of ours say nothing, those of others do', '<p><a href="https://a.example/b" lang="en">Video</a></p><p><a href="https://a.example/b">Video</a></p><p>A <a href="https://a.example/b" lang="en">Video</a>.</p>', 'Video\n\nA .'],
  ['terms and meanings are paragraphs', '<dl><dt>a</dt><dd>b</dd></dl>', 'a\n\nb'],
  ['soft hyphens are no letters', '<p>har&shy;bour</p>', 'harbour'],
  ['nothing is nothing', '<p> </p><hr><p></p>', ''],
])('%s', (_, html, text) => {
  expect(htmlToText(html)).toBe(text);
});
