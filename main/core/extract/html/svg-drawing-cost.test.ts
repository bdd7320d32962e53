import { expect, test } from 'vitest';
import type { SheetRule } from './clean-svg-style.ts';
import { svgDrawingCost } from './svg-drawing-cost.ts';
import type { SvgNode } from './svg-drawing-cost.ts';

interface Part {
  readonly name: string;
  readonly more?: Partial<Omit<SvgNode, 'name' | 'parent' | 'children'>>;
  readonly inside?: readonly Part[];
}

const part = (name: string, more: Part['more'] = {}, inside: readonly Part[] = []): Part => ({ name, more, inside });
const refers = (property: string, id: string): Part['more'] => ({ references: [{ property, id }] });

function costOf(parts: readonly Part[], rules: readonly SheetRule[] = []): number {
  const nodes: SvgNode[] = [];
  const build = ({ name, more, inside = [] }: Part, parent?: SvgNode): SvgNode => {
    const node: SvgNode = { name, id: undefined, classes: [], references: [], href: undefined, pathLength: 0, ...more, parent, children: [] };
    nodes.push(node);
    node.children.push(...inside.map((child) => build(child, node)));
    return node;
  };
  return svgDrawingCost(build(part('svg', {}, parts)), nodes, rules);
}

const rect = part('rect');
const PATTERN = part('pattern', { id: 'p' }, [rect, rect, rect]);

test('counts each element once where nothing refers to it', () => {
  expect(costOf([part('g', {}, [rect, rect])])).toBe(4);
  expect(costOf([part('use', { href: 'gone' })])).toBe(2);
});

test('counts what is used as often as it is used', () => {
  const three = [part('use', { href: 'a' }), part('use', { href: 'a' }), part('use', { href: 'a' })];
  expect(costOf([part('g', { id: 'a' }, [rect, rect]), ...three])).toBe(1 + 3 + 3 * 4);
});

test('counts a pattern for each that is painted with it, also where they inherit it', () => {
  expect(costOf([PATTERN, part('rect', refers('fill', 'p'))])).toBe(1 + 4 + 5);
  expect(costOf([PATTERN, part('g', refers('fill', 'p'), [rect, rect])])).toBe(1 + 4 + 1 + 2 * 5);
  expect(costOf([PATTERN, part('g', { id: 'a' }, [rect, rect]), part('use', { href: 'a', references: [{ property: 'stroke', id: 'p' }] })])).toBe(1 + 4 + 3 + (1 + 3 + 3 * 4));
});

test('counts a marker for each point', () => {
  const marker = part('marker', { id: 'm' }, [rect]);
  expect(costOf([marker, part('path', { pathLength: 400, references: [{ property: 'marker-mid', id: 'm' }] })])).toBe(1 + 2 + 1 + 2 * 101);
});

test('counts what a style sheet refers to, by class, id, name and for all', () => {
  for (const key of ['.c', '#i', 'circle', '*']) {
    expect(costOf([part('mask', { id: 'm' }), part('circle', { id: 'i', classes: ['b', 'c'] })], [{ keys: [key], references: [{ property: 'mask', id: 'm' }] }])).toSatisfy((cost: number) => cost === 4 || key === '*');
  }
  expect(costOf([part('mask', { id: 'm' }), part('circle', { classes: ['b'] })], [{ keys: ['.c'], references: [{ property: 'mask', id: 'm' }] }])).toBe(3);
});

test('has no end for what refers to itself, or to more and more', () => {
  expect(costOf([part('g', { id: 'a' }, [part('use', { href: 'a' })])])).toBe(Number.POSITIVE_INFINITY);
  expect(costOf([part('mask', { id: 'a' }, [part('rect', refers('mask', 'b'))]), part('mask', { id: 'b' }, [part('rect', refers('mask', 'a'))])])).toBe(Number.POSITIVE_INFINITY);
  const chain = Array.from({ length: 5_000 }, (_, id) => part('g', { id: `a${id}` }, [part('use', { href: `a${id + 1}` })]));
  expect(costOf(chain)).toBe(Number.POSITIVE_INFINITY);
  expect(costOf(chain.toReversed())).toBe(Number.POSITIVE_INFINITY);
});
