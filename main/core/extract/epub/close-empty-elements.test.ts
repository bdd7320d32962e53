import { expect, test } from 'vitest';
import { closeEmptyElements } from './close-empty-elements.ts';

test.each([
  ['<title/><p><a id="p1"/>a<br/>b <img src="x"/></p>', '<title></title><p><a id="p1"></a>a<br/>b <img src="x"/></p>'],
  ['<script src="a"  /><div\n/>', '<script src="a"></script><div></div>'],
  ['<svg><image href="a"/></svg><p/>', '<svg><image href="a"/></svg><p></p>'],
  ['<p title="/>">a</p><!-- <p/> --><p/>', '<p title="/>">a</p><!-- <p/> --><p></p>'],
  ['<!DOCTYPE html [<!ENTITY a "b"><!ENTITY c "&a;">]>\n<p>&c;</p>', '<!DOCTYPE html>\n<p>&c;</p>'],
  ['<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.1//EN" "x">\n<p/>', '<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.1//EN" "x">\n<p></p>'],
  ['<p>a', '<p>a'],
])('%j', (xhtml, expected) => {
  expect(closeEmptyElements(xhtml)).toBe(expected);
});

test('is quick with slashes without end', () => {
  const started = performance.now();
  closeEmptyElements('<a/>'.repeat(300_000));
  closeEmptyElements('<!DOCTYPE['.repeat(20_000));
  expect(performance.now() - started).toBeLessThan(5_000);
});
