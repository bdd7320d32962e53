import { describe, expect, it } from 'vitest';
import { findDateline } from './find-dateline.ts';

describe('findDateline', () => {
  it.each([
    ['PARIS, Sept 24 (Agency) - The ferry stopped.', 'PARIS, Sept 24 (Agency)'],
    ['LONDON, Feb 26 - The ferry stopped.', 'LONDON, Feb 26'],
    ['NEW YORK (XY) — The ferry stopped.', 'NEW YORK (XY)'],
    ['ST. JOHN, N.B. -- The ferry stopped.', 'ST. JOHN, N.B.'],
    ['BERLIN (dpa) – Die Fähre fährt.', 'BERLIN (dpa)'],
    ['Berlin (dpa) – Die Fähre fährt.', 'Berlin (dpa)'],
    ['Madrid, 24 sep (EFE).- El puente abre.', 'Madrid, 24 sep (EFE)'],
    ['МОСКВА, 24 сентября. /ТАСС/. Мост откроют.', 'МОСКВА, 24 сентября. /ТАСС/'],
    ['PARIS - The ferry stopped.', 'PARIS'],
  ])('finds that of %s', (paragraph, text) => {
    expect(findDateline(paragraph)).toEqual({ text, published: undefined });
  });

  it('takes a date that has its year', () => {
    expect(findDateline('PARIS, Sept. 24, 2025 (Agency) - The ferry stopped.')?.published?.value).toBe('2025-09-24');
    expect(findDateline('PARIS, 24 septembre 2025 (Agence) - Le bac.')?.published?.value).toBe('2025-09-24');
  });

  it.each([
    'The ferry - an old one - stopped.',
    'UN talks on the ferry – the third round – began.',
    'MOSCOW. The ferry stopped.',
    'I - and I alone - took the ferry.',
    'Paris - the city of ferries.',
    'The mayor (68) – a baker by trade – resigned.',
  ])('leaves %s', (paragraph) => {
    expect(findDateline(paragraph)).toBeUndefined();
  });
});
