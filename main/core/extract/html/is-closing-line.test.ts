import { expect, test } from 'vitest';
import { isClosingLine, isSharing } from './is-closing-line.ts';

test.each([
  '© 2024 Harbour News',
  'Copyright 2024 Harbour News. All rights reserved.',
  'Sign up to our newsletter for more of this',
  'Melden Sie sich für unseren Newsletter an',
  'Leave a comment',
  '12 Comments',
  'Loading content ...',
  'More articles from Jane Doe',
  'More from Harbour News',
  'Tags: ferry, harbour',
  'You may also like',
  'Whatsapp Facebook Pinterest',
])('%s calls for something else', (text) => {
  expect(isClosingLine(text)).toBe(true);
});

test.each([
  'Get well soon, the mayor wrote to the captain.',
  'The latest ferry leaves at ten.',
  'More by luck than by skill the ferry reached the quay.',
  'Comments by the captain were not to be had.',
  'She is the editor of Harbour News.',
])('%s is text', (text) => {
  expect(isClosingLine(text)).toBe(false);
});

test('names of what one shares with are nothing but that', () => {
  expect(isSharing('Share on Facebook Twitter')).toBe(true);
  expect([isSharing('Share the road'), isSharing('Mail'), isSharing('1 2 3')]).toEqual([false, false, false]);
});
