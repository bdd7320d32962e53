import { describe, expect, it } from 'vitest';
import { parseLabel } from './parse-label.ts';

describe('parseLabel', () => {
  it.each([
    ['Title: Ferry', 'title', 'Ferry'],
    ['HEADLINE:Ferry', 'title', 'Ferry'],
    ['Auteur : Élodie Petit', 'byline', 'Élodie Petit'],
    ['Fecha de publicación: hoy', 'published', 'hoy'],
    ['日期：2025年9月24日', 'published', '2025年9月24日'],
    ['**Source:** The Paper', 'site', 'The Paper'],
    ['Mots-clés : bac', 'tags', 'bac'],
    ['Date:', 'published', ''],
  ])('reads %s', (line, field, value) => {
    expect(parseLabel(line)).toEqual({ field, value });
  });

  it('leaves other lines', () => {
    for (const line of ['The ferry: a history', 'Title', 'constructor: x', 'He said: no', '12:30']) expect(parseLabel(line)).toBeUndefined();
  });
});
