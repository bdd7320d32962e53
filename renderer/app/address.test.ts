import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatAddress, isSamePlace, LABEL_KINDS, labelAddress, parseAddress, searchAddress, type Address } from './address.ts';

function parse(address: string): Address {
  const { pathname, search } = new URL(address, 'http://carrel.example');
  return parseAddress(pathname, search);
}

function roundTrip(address: string): string {
  return formatAddress(parse(address));
}

describe('addresses', () => {
  it.each([
    '/',
    '/a/abc_123',
    '/unread',
    '/favourites',
    '/archive/a/abc',
    '/unread/a/abc?sort=title',
    '/trash/a/abc',
    '/tag?name=sea',
    '/collection/a/abc?name=Ukraine%2FKharkiv&sort=published',
    '/site?name=The+Daily+Tide',
    '/search?q=title%3Aharbour+%2Bice',
    '/search/a/abc?q=ice&sort=newest',
    '/similar/abc_123',
    '/similar/a/a/a',
    '/import',
    '/import/i-1',
    '/settings',
    '/settings/requests',
  ])('keeps %s', (address) => {
    expect(roundTrip(address)).toBe(address);
  });

  it('falls back to the library for what it does not know', () => {
    expect(roundTrip('/nowhere')).toBe('/');
    expect(roundTrip('/a/no%20id!')).toBe('/');
    expect(roundTrip('/unread?sort=colour')).toBe('/unread');
    expect(roundTrip('/tag')).toBe('/');
    expect(roundTrip('/similar')).toBe('/');
  });

  it('leaves out filters that it does not understand', () => {
    expect(roundTrip('/search?q=ice&is=blue&is=unread&is=unread&from=soon&to=1987-02-31&site=')).toBe('/search?q=ice&is=unread');
  });

  it('holds any name and any query', () => {
    const text = fc.string({ minLength: 1, unit: 'grapheme' });
    fc.assert(
      fc.property(fc.constantFrom(...LABEL_KINDS), text, (kind, name) => {
        const address = labelAddress(kind, name);
        expect(parse(formatAddress(address))).toEqual(address);
        const search = searchAddress(name);
        expect(parse(formatAddress(search))).toEqual(search);
        if (search.view !== 'articles' || search.place.kind !== 'search') throw new Error('a search is a place');
        const filters = { site: [name], tag: [name, `${name} b`], collection: [], language: ['de-AT'], state: ['unread' as const], from: '1987-02-26', to: null };
        const narrowed: Address = { ...search, place: { ...search.place, filters } };
        expect(parse(formatAddress(narrowed))).toEqual(narrowed);
      }),
    );
  });

  it('are of the same list in another order and narrowed down', () => {
    const placeOf = (address: string) => {
      const parsed = parse(address);
      if (parsed.view !== 'articles') throw new Error(address);
      return parsed.place;
    };
    const same = (one: string, other: string) => isSamePlace(placeOf(one), placeOf(other));
    expect(same('/tag?name=sea', '/tag/a/abc?name=sea&sort=title')).toBe(true);
    expect(same('/search?q=ice&tag=sea', '/search?q=ice&sort=newest')).toBe(true);
    expect(same('/search?q=ice', '/search?q=ic')).toBe(false);
    expect(same('/tag?name=sea', '/tag?name=ice')).toBe(false);
    expect(same('/tag?name=sea', '/site?name=sea')).toBe(false);
    expect(same('/', '/unread')).toBe(false);
  });
});
