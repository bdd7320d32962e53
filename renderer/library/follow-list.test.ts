import { describe, expect, it } from 'vitest';
import { ArticleId } from '../../main/contract/ids.ts';
import { followList, type CursorPosition } from './follow-list.ts';

function listOf(...names: string[]) {
  const ids = names.map((name) => ArticleId.parse(name));
  return {
    total: ids.length,
    itemAt: (index: number) => (ids[index] ? { id: ids[index] } : undefined),
    indexOf: (id: ArticleId) => ids.indexOf(id),
  };
}

function at(index: number, name: string | null): CursorPosition {
  return { place: '/', index, id: name === null ? null : ArticleId.parse(name), moves: 0 };
}

describe('followList', () => {
  it('takes the article of its row as soon as that is known', () => {
    expect(followList(at(0, null), listOf('a', 'b'))).toEqual(at(0, 'a'));
  });

  it('stays on its article when others come in above it', () => {
    expect(followList(at(0, 'a'), listOf('new', 'newer', 'a'))).toEqual(at(2, 'a'));
  });

  it('stays in its row when its article goes', () => {
    expect(followList(at(1, 'b'), listOf('a', 'c'))).toEqual(at(1, 'c'));
    expect(followList(at(1, 'b'), listOf('a'))).toEqual(at(0, 'a'));
  });

  it('settles on a row that is known although its article cannot be looked up', () => {
    const known = { ...listOf('a', 'b'), indexOf: () => -1 };
    const position = at(1, 'b');
    expect(followList(position, known)).toBe(position);
  });

  it('waits when it cannot know', () => {
    const position = at(3, 'x');
    expect(followList(position, listOf())).toBe(position);
    const settled = at(1, 'b');
    expect(followList(settled, listOf('a', 'b'))).toBe(settled);
  });
});
