import { expect, it } from 'vitest';
import { makeSnapshot } from './make-snapshot.ts';

const snapshot = (html: string): string => makeSnapshot({ kind: 'html', bytes: Buffer.from(`<!doctype html><body>${html}`), url: undefined });
const count = (document: string, word: string): number => document.split(word).length - 1;

/** Nine levels, each of which draws the one below it ten times. */
const levels = (refer: (id: string) => string, element: (id: string, inside: string) => string): string =>
  Array.from({ length: 9 }, (_, level) => element(`a${level}`, level === 0 ? '<rect width="1" height="1"/>' : refer(`a${level - 1}`).repeat(10))).join('');
const USES = levels((id) => `<use href="#${id}"/>`, (id, inside) => `<g id="${id}">${inside}</g>`);

it('parts that use one another without end are not used', () => {
  const document = snapshot(`<p>Text<svg><defs>${USES}</defs><use href="#a8"/><linearGradient id="b"/><rect fill="url(#b)"/></svg>`);
  expect(document).toContain('Text');
  expect(count(document, '<use href')).toBe(0);
  expect(document).toContain('<rect fill="url(&#x22;#b&#x22;)">');
});

it('all drawings of a page count together, as they use parts of one another', () => {
  const apart = Array.from({ length: 9 }, (_, level) => `<svg><g id="a${level}">${level === 0 ? '<rect/>' : `<use xlink:href="#a${level - 1}"/>`.repeat(10)}</g></svg><p>b`).join('');
  expect(count(snapshot(apart), '<use href')).toBe(0);
});

it.each([
  ['masks', levels((id) => `<rect mask="url(#${id})"/>`, (id, inside) => `<mask id="${id}">${inside}</mask>`)],
  ['patterns', levels((id) => `<rect fill="url(#${id})"/>`, (id, inside) => `<pattern id="${id}">${inside}</pattern>`)],
  ['clip paths by styles', levels((id) => `<rect style="clip-path:url('#${id}')"/>`, (id, inside) => `<clipPath id="${id}">${inside}</clipPath>`)],
  ['markers by rules', levels((id) => `<path class="to-${id}" d="M0 0 1 1"/>`, (id, inside) => `<style>.TO-${id}{marker-mid:url(#${id})}</style><marker id="${id}">${inside}</marker>`)],
  ['custom properties', levels((id) => `<rect style="--x:url(#${id});mask:var(--x)"/>`, (id, inside) => `<mask id="${id}">${inside}</mask>`)],
])('%s that draw one another without end draw nothing', (_, drawing) => {
  const document = snapshot(`<p>Text<svg>${drawing}<rect width="9"/></svg>`);
  expect(document).toContain('Text');
  expect(document).toContain('<rect width="9">');
  expect(document).not.toContain(' id=');
});

it('what could be read as another part than the one that was counted is not used', () => {
  expect(snapshot('<svg><use href="#a%37"/><use href="#a&#9;7"/><use href="#a&#1;"/><use href="#é_:.7"/></svg>')).toContain('<svg><use></use><use></use><use></use><use href="#é_:.7"></use></svg>');
  expect(snapshot('<svg><rect fill="url(#a%37)" style="mask:url(\'#a\\9 7\')"/></svg>')).toContain('<rect fill="url(&#x22;data:,&#x22;)" style="mask:url(&#x22;data:,&#x22;)">');
});

it('icons stay: many of them, those that are named like what they use, and those beside styles with filters', () => {
  const sprite = `<svg><symbol id="lamp">${'<path d="M0 0h9v9"/>'.repeat(20)}</symbol></svg>`;
  const styles = '<style>.a:not(.b),i[data-x]{filter:url(#grey)}:hover{filter:url(#grey)}</style><svg><filter id="grey"><feColorMatrix/></filter></svg>';
  const page = `${sprite}${styles}${'<p><svg class="icon"><use href="#lamp"></use></svg>'.repeat(200)}<svg id="sea"><use href="#sea"></use></svg>`;
  const document = snapshot(page);
  expect(count(document, '<use href="#lamp">')).toBe(200);
  expect(count(document, '<use href="#sea">')).toBe(1);
  expect(document).toContain('filter:url("#grey")');
});

it('what refers deeper and deeper comes to an end', () => {
  const chain = Array.from({ length: 40 }, (_, number) => `<g id="a${number}">${'<g>'.repeat(400)}<use href="#a${number + 1}"/>${'</g>'.repeat(401)}`);
  expect(count(snapshot(`<svg>${chain.join('')}</svg>`), '<use href')).toBe(0);
});
