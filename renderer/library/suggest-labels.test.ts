import { describe, expect, it } from 'vitest';
import { suggestLabels } from './suggest-labels.ts';

const KNOWN = ['harbour', 'tide', 'Coast/Harbours', 'tidal mill', 'low tide'];

describe('suggestLabels', () => {
  it('puts names that begin as typed before those that hold it elsewhere, in any case', () => {
    expect(suggestLabels(KNOWN, ' HARB', new Set())).toEqual(['harbour', 'Coast/Harbours']);
    expect(suggestLabels(KNOWN, 'tid', new Set())).toEqual(['tide', 'tidal mill', 'low tide']);
  });

  it('leaves out what is there already', () => {
    expect(suggestLabels(KNOWN, 'tid', new Set(['tide']))).toEqual(['tidal mill', 'low tide']);
  });

  it('offers a few of all while nothing is typed', () => {
    expect(suggestLabels([...KNOWN, ...KNOWN], '', new Set())).toHaveLength(6);
  });
});
