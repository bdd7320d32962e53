import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ArticleId } from '../../main/contract/ids.ts';
import { dropSelected, extendSelected, NOTHING_SELECTED, rowsBetween, selectAlso, toggleSelected, type Selection } from './selection.ts';

const ROWS = 12;
const ids = Array.from({ length: ROWS }, (_, index) => ArticleId.parse(`article-${index}`));
const idAt = (index: number): ArticleId => ids[index] ?? ArticleId.parse('none');

type Step = { readonly do: 'toggle' | 'extend' | 'all' | 'clear' | 'drop'; readonly row: number };

const steps = fc.array(fc.record<Step>({ do: fc.constantFrom('toggle', 'toggle', 'extend', 'extend', 'all', 'clear', 'drop'), row: fc.nat(ROWS - 1) }), { maxLength: 30 });

function apply(selection: Selection, { do: what, row }: Step): Selection {
  switch (what) {
    case 'toggle':
      return toggleSelected(selection, { id: idAt(row), index: row });
    case 'extend': {
      const anchor = selection.anchor ?? { id: idAt(0), index: 0 };
      const { offset, limit } = rowsBetween(anchor.index, row);
      return extendSelected(selection, anchor, ids.slice(offset, offset + limit));
    }
    case 'all':
      return selectAlso(selection, ids);
    case 'clear':
      return NOTHING_SELECTED;
    case 'drop':
      return dropSelected(selection, [idAt(row)]);
  }
}

/** The same in the plainest way: one mark a row, and what was marked before the range of now. */
class NaiveMarks {
  settled = ids.map(() => false);
  marks = ids.map(() => false);
  from = 0;

  step({ do: what, row }: Step): void {
    if (what === 'extend') {
      this.marks = this.settled.map((mark, index) => mark || (index >= Math.min(this.from, row) && index <= Math.max(this.from, row)));
      return;
    }
    if (what === 'drop') {
      this.marks = this.marks.map((mark, index) => mark && index !== row);
      const any = this.marks.includes(true);
      this.settled = this.settled.map((mark, index) => any && mark && index !== row);
      if (!any || this.from === row) this.from = 0;
      return;
    }
    if (what === 'toggle') {
      this.marks = this.marks.map((mark, index) => (index === row ? !mark : mark));
      this.from = row;
    }
    if (what === 'all') this.marks = ids.map(() => true);
    if (what === 'clear') {
      this.marks = ids.map(() => false);
      this.from = 0;
    }
    this.settled = this.marks;
  }
}

describe('a selection', () => {
  it('is what marks on every row would be, whatever is pressed', () => {
    fc.assert(
      fc.property(steps, (pressed) => {
        let selection = NOTHING_SELECTED;
        const naive = new NaiveMarks();
        for (const step of pressed) {
          selection = apply(selection, step);
          naive.step(step);
        }
        expect(ids.map((id) => selection.ids.has(id))).toEqual(naive.marks);
      }),
    );
  });

  it('never changes one that is shown already', () => {
    fc.assert(
      fc.property(steps, fc.record<Step>({ do: fc.constantFrom('toggle', 'extend', 'all'), row: fc.nat(ROWS - 1) }), (pressed, last) => {
        const before = pressed.reduce(apply, NOTHING_SELECTED);
        const copy = [...before.ids];
        apply(before, last);
        expect([...before.ids]).toEqual(copy);
        expect(NOTHING_SELECTED.ids.size).toBe(0);
      }),
    );
  });

  it('gives back the rows of a range that is drawn smaller again', () => {
    const anchored = toggleSelected(NOTHING_SELECTED, { id: idAt(2), index: 2 });
    const wide = extendSelected(anchored, { id: idAt(2), index: 2 }, ids.slice(2, 9));
    const narrow = extendSelected(wide, { id: idAt(2), index: 2 }, ids.slice(2, 4));
    expect([...narrow.ids]).toEqual([idAt(2), idAt(3)]);
  });

  it('can be undone by toggling twice', () => {
    fc.assert(
      fc.property(steps, fc.nat(ROWS - 1), (pressed, row) => {
        const before = pressed.reduce(apply, NOTHING_SELECTED);
        const anchor = { id: idAt(row), index: row };
        expect(new Set(toggleSelected(toggleSelected(before, anchor), anchor).ids)).toEqual(new Set(before.ids));
      }),
    );
  });
});
