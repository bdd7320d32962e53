import { expect, test } from 'vitest';
import { findAddress } from './find-address.ts';

test('finds the address that a browser printed in the margin', () => {
  expect(findAddress(['24/09/2025, 10:15 Why the ferry was late', 'https://harbour.example/2025/why-the-ferry-was-late 1/3'])).toBe('https://harbour.example/2025/why-the-ferry-was-late');
});

test('takes no address that is cut, and none of a whole site', () => {
  expect(findAddress(['https://harbour.example/2025/why-the-fer… 1/3', 'https://harbour.example/', 'www.harbour.example'])).toBeUndefined();
});
