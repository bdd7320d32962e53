import { expect, it } from 'vitest';
import { judgePage } from './judge-page.ts';

const at = (path: string) => new URL(path, 'https://paper.example');
const story = { title: 'The lamp that went out', words: 900, asksForPassword: false };

it.each([
  [{ ...story }, '/story', '/story', undefined],
  [{ ...story, asksForPassword: true }, '/story', '/story', undefined],
  [{ ...story, title: '404 ships: a history' }, '/story', '/story', undefined],
  [{ title: 'A short note', words: 40, asksForPassword: true }, '/note', '/note', undefined],
  [{ title: 'A short note', words: 40, asksForPassword: false }, '/note', '/notes/note', undefined],
  [{ title: 'A short note - 404 Media', words: 40, asksForPassword: false }, '/note', '/note', undefined],
  [{ title: 'Page not found - Paper', words: 60, asksForPassword: false }, '/story', '/story', 'page-missing'],
  [{ title: 'Seite nicht gefunden', words: 60, asksForPassword: false }, '/story', '/story', 'page-missing'],
  [{ title: 'Sign in to continue', words: 30, asksForPassword: true }, '/story', '/story', 'login-needed'],
  [{ title: 'Paper', words: 30, asksForPassword: true }, '/story', '/welcome', 'login-needed'],
  [{ title: 'Paper', words: 30, asksForPassword: false }, '/story', '/account/login?next=story', 'login-needed'],
  [{ title: 'Just a moment...', words: 12, asksForPassword: false }, '/story', '/story', 'site-refused'],
  [{ title: 'Access to this page has been denied', words: 12, asksForPassword: false }, '/story', '/story', 'site-refused'],
] as const)('%j, asked at %s and found at %s, is %s', (signs, asked, found, code) => {
  expect(judgePage(signs, at(asked), at(found))?.code).toBe(code);
});
