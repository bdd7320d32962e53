import { expect, it } from 'vitest';
import { endsOf, moveRange } from './bar-range.ts';

it('moves along the bars, and stays among them', () => {
  expect(moveRange(null, 'ArrowRight', false, 5)).toEqual({ anchor: 0, head: 0 });
  expect(moveRange(null, 'ArrowLeft', false, 5)).toEqual({ anchor: 4, head: 4 });
  expect(moveRange({ anchor: 4, head: 4 }, 'ArrowRight', false, 5)).toEqual({ anchor: 4, head: 4 });
  expect(moveRange({ anchor: 1, head: 3 }, 'ArrowLeft', false, 5)).toEqual({ anchor: 2, head: 2 });
  expect(moveRange({ anchor: 1, head: 1 }, 'x', false, 5)).toBeUndefined();
  expect(moveRange(null, 'ArrowRight', false, 0)).toBeUndefined();
});

it('extends a range from where it began, in both directions', () => {
  const right = moveRange({ anchor: 2, head: 2 }, 'End', true, 5);
  expect(right).toEqual({ anchor: 2, head: 4 });
  const left = moveRange(right ?? null, 'Home', true, 5);
  expect(left).toEqual({ anchor: 2, head: 0 });
  expect(left && endsOf(left)).toEqual([0, 2]);
});
