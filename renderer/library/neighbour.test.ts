import { describe, expect, it } from 'vitest';
import { ArticleId } from '../../main/contract/ids.ts';
import { neighbourOf } from './neighbour.ts';

const ids = ['a', 'b', 'c'].map((id) => ArticleId.parse(id));
const list = { total: ids.length, indexOf: (id: ArticleId) => ids.indexOf(id) };

describe('neighbourOf', () => {
  it('steps from the open article', () => {
    expect(neighbourOf(list, 0, ArticleId.parse('b'), 1)).toBe(2);
    expect(neighbourOf(list, 0, ArticleId.parse('b'), -1)).toBe(0);
  });

  it('ends where the list ends', () => {
    expect(neighbourOf(list, 0, ArticleId.parse('a'), -1)).toBeNull();
    expect(neighbourOf(list, 0, ArticleId.parse('c'), 1)).toBeNull();
  });

  it('goes on from the cursor when the open article has left the list', () => {
    expect(neighbourOf(list, 1, ArticleId.parse('gone'), 1)).toBe(1);
    expect(neighbourOf(list, 1, ArticleId.parse('gone'), -1)).toBe(0);
    expect(neighbourOf({ total: 0, indexOf: () => -1 }, -1, ArticleId.parse('gone'), 1)).toBeNull();
  });
});
