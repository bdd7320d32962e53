import { expect, it } from 'vitest';
import { addressToOpen } from './link-target.ts';

it('opens web pages', () => {
  expect(addressToOpen('https://example.org/a?b=c#d')).toBe('https://example.org/a?b=c#d');
  expect(addressToOpen('http://example.org')).toBe('http://example.org/');
});

it.each(['javascript:alert(1)', ' java\nscript:alert(1)', 'data:text/html,x', 'file:///etc/passwd', 'mailto:a@example.org', '/local', '#part', ''])(
  'opens nothing else: %j',
  (href) => {
    expect(addressToOpen(href)).toBeNull();
  },
);
