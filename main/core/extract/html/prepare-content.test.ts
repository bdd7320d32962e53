import { toHtml } from 'hast-util-to-html';
import { describe, expect, test } from 'vitest';
import { parseHtml } from './parse-html.ts';
import { mediaOf, prepareContent, sourcesOf } from './prepare-content.ts';

function prepare(html: string): { html: string; sources: readonly (readonly string[])[] } {
  const { page, sources } = prepareContent(parseHtml(html, { fragment: true }));
  return { html: toHtml(page), sources };
}

test('gives each picture a short address in place of its own', () => {
  expect(prepare('<img src=a.png alt=A data-src=b.png onerror=x><img src="carrel-image:7">')).toEqual({
    html: '<img src="carrel-image:0" alt="A"><img src="carrel-image:1">',
    sources: [['b.png', 'a.png'], ['carrel-image:7']],
  });
});

test('joins the copy for readers without scripts to the picture before it', () => {
  expect(prepare('<div><img src=blank.gif><noscript><img src=real.jpg></noscript></div>')).toEqual({
    html: '<div><img src="carrel-image:0"></div>',
    sources: [['real.jpg', 'blank.gif']],
  });
});

test('shows a picture that is only there for readers without scripts', () => {
  expect(prepare('<p>a</p><noscript><img src=real.jpg></noscript>')).toEqual({ html: '<p>a</p><img src="carrel-image:0">', sources: [['real.jpg']] });
});

test('drops other words for readers without scripts, unless they are the page', () => {
  expect(prepare('<noscript>Please switch it on</noscript><p>a</p>').html).toBe('<p>a</p>');
  expect(prepare(`<noscript><p>${'words '.repeat(300)}`).html).toContain('words');
});

test('drops what is never part of an article', () => {
  expect(prepare('<p>a<!-- c --><script>b</script><style>c</style><svg><text>d</text></svg><iframe src="https://ads.example/"></iframe></p>').html).toBe('<p>a</p>');
});

test('drops long words for readers without scripts where the page is longer', () => {
  expect(prepare(`<noscript><p>${'consent '.repeat(300)}</p></noscript><p>${'words '.repeat(500)}</p>`).html).not.toContain('consent');
});

test('drops what its page names as no part of the article', () => {
  expect(prepare('<div id="eu-cookie-law">We use cookies</div><p>a</p>').html).toBe('<p>a</p>');
});

test('drops what is hidden, unless the page shows hardly anything else', () => {
  expect(prepare('<p>A ferry left.</p><p hidden>Another one</p>').html).toBe('<p>A ferry left.</p>');
  expect(prepare(`<p>Loading</p><div hidden><p>${'The ferry left. '.repeat(9)}</p></div>`).html).toContain('The ferry left.');
});

test('shows a note within its sentence as any other words', () => {
  expect(prepare('<p>It left.<span class="footnote">1<span class="footnote-text" style="display:none">At ten.</span></span></p>').html).toBe(
    '<p>It left.<span class="footnote">1 <span class="footnote-text">At ten.</span></span></p>',
  );
});

test('takes of a drawn formula the one that can be read', () => {
  const drawn = '<mjx-math aria-hidden="true"><mjx-c class="mjx-c1D44E"></mjx-c></mjx-math>';
  expect(prepare(`<p>If <mjx-container class="CtxtMenu_Attached_0">${drawn}<mjx-assistive-mml><math><mi>a</mi></math></mjx-assistive-mml></mjx-container>.</p>`).html).toBe('<p>If <math><mi>a</mi></math>.</p>');
});

test('knows the addresses of its own pictures only', () => {
  const { sources } = prepare('<img src=a.png>');
  expect(sourcesOf('carrel-image:0', { sources })).toEqual(['a.png']);
  expect(sourcesOf('carrel-image:1', { sources })).toEqual([]);
  expect(sourcesOf('a.png', { sources })).toEqual([]);
});

describe('videos and the like', () => {
  const both = (html: string): { html: string; sources: readonly (readonly string[])[]; media: unknown } => {
    const prepared = prepareContent(parseHtml(html, { fragment: true }));
    return { html: toHtml(prepared.page), sources: prepared.sources, media: prepared.sources.map((_, index) => mediaOf(`carrel-image:${index}`, prepared)?.href) };
  };

  test('leave a picture without words in their place', () => {
    expect(both('<div><img src=a.png><video src=b.mp4 poster=c.png>Words</video><iframe src="https://www.youtube.com/embed/d"></iframe></div>')).toEqual({
      html: '<div><img src="carrel-image:0"><img src="carrel-image:1"><img src="carrel-image:2"></div>',
      sources: [['a.png'], ['c.png'], []],
      media: [undefined, 'b.mp4', 'https://www.youtube.com/watch?v=d'],
    });
  });

  test('are dropped where they are hidden or furniture', () => {
    expect(both('<p>Words</p><video hidden src=a.mp4></video><div style="display:none"><video src=b.mp4></video></div><div class="newsletter"><video src=c.mp4></video></div><iframe class="newsletter" src="https://www.youtube.com/embed/d"></iframe>').html).toBe('<p>Words</p>');
  });

  test('take no copy for readers without scripts that belongs to a picture', () => {
    expect(both('<div><img src=blank.gif><video src=b.mp4 poster=c.png></video></div><noscript><img src=real.jpg></noscript>').sources).toEqual([['real.jpg', 'blank.gif'], ['c.png']]);
  });
});
