import { describe, expect, it } from 'vitest';
import { formatAddress, parseAddress } from './address.ts';

function roundTrip(address: string): string {
  const [pathname = '', search = ''] = address.split('?');
  return formatAddress(parseAddress(pathname, search));
}

describe('addresses', () => {
  it.each([
    '/',
    '/a/abc_123',
    '/unread',
    '/unread/a/abc?sort=title',
    '/trash/a/abc',
    '/search?q=title%3Aharbour+%2Bice',
    '/search/a/abc?q=ice&sort=newest',
    '/import',
    '/import/i-1',
  ])('keeps %s', (address) => {
    expect(roundTrip(address)).toBe(address);
  });

  it('falls back to the library for what it does not know', () => {
    expect(roundTrip('/nowhere')).toBe('/');
    expect(roundTrip('/a/no%20id!')).toBe('/');
    expect(roundTrip('/unread?sort=colour')).toBe('/unread');
  });
});
