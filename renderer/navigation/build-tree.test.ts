import { describe, expect, it } from 'vitest';
import { buildTree, parentsOf } from './build-tree.ts';

const at = (path: string, count = 1) => ({ path, count });

describe('buildTree', () => {
  it('puts each collection into its parent and keeps the order', () => {
    const tree = buildTree([at('Coast', 5), at('Coast/North', 3), at('Coast/North/Ice'), at('Coast/South'), at('Ukraine')]);
    expect(tree.map(({ name }) => name)).toEqual(['Coast', 'Ukraine']);
    expect(tree[0]?.children.map(({ name, path }) => [name, path])).toEqual([['North', 'Coast/North'], ['South', 'Coast/South']]);
    expect(tree[0]?.children[0]?.children).toEqual([{ path: 'Coast/North/Ice', name: 'Ice', count: 1, children: [] }]);
  });

  it('shows a collection whose parent was cut off at the top', () => {
    expect(buildTree([at('Coast/North')]).map(({ name }) => name)).toEqual(['North']);
  });
});

describe('parentsOf', () => {
  it('names the outermost first and not the collection itself', () => {
    expect(parentsOf('A/B/C')).toEqual(['A', 'A/B']);
    expect(parentsOf('A')).toEqual([]);
  });
});
