import type { Element, Root } from 'hast';
import { LibraryError } from '../../contract/errors.ts';
import { CHECK_TITLE, MISSING_TITLE } from '../base/refusing-title.ts';
import { countWords } from '../extract/count-words.ts';
import { attribute } from '../extract/html/clean-attributes.ts';
import { textOf } from '../extract/html/walk-tree.ts';

/** What tells a page that says no from one that holds an article. */
export interface PageSigns {
  readonly title: string;
  readonly words: number;
  readonly asksForPassword: boolean;
}

/** A page with more words than this says something besides. */
const FEW_WORDS = 250;
/** Of this many words only the first are looked at. */
const MOST_CHARACTERS = 20_000;

export function signsOf(page: Root, elements: readonly Element[]): PageSigns {
  const title = elements.find(({ tagName }) => tagName === 'title');
  return {
    title: (title === undefined ? '' : textOf(title)).slice(0, 300),
    words: countWords(textOf(page).slice(0, MOST_CHARACTERS)),
    asksForPassword: elements.some((element) => element.tagName === 'input' && attribute(element, 'type')?.toLowerCase() === 'password'),
  };
}

const LOGIN = /\/(?:log-?in|sign-?in|signin|anmelden|connexion|account\/login|auth|sso)(?:[/.?]|$)/i;
const LOGIN_TITLE = /^(?:log ?in|sign ?in|anmelden|anmeldung|connexion|se connecter|iniciar sesión|accedi)\b/i;

/**
 * What a page says that came with the status of a good answer and is none: sites say "not found", "log in first" and "prove that you are
 * human" in pages, too. Those must not become articles, and least of all the new version of one.
 *
 * @param asked the address that was asked for
 * @param found where it led
 */
export function judgePage({ title, words, asksForPassword }: PageSigns, asked: URL, found: URL): LibraryError | undefined {
  if (words > FEW_WORDS) return undefined;
  if (CHECK_TITLE.test(title.trim())) return new LibraryError('site-refused', `${found.host} first wants to be sure that a person is reading, which only a browser can show.`);
  const wasSentAway = asked.pathname !== found.pathname || asked.host !== found.host;
  if (asksForPassword && (LOGIN_TITLE.test(title.trim()) || LOGIN.test(found.pathname) || wasSentAway)) return new LibraryError('login-needed', `${found.host} shows this page only to those who are logged in.`);
  if (wasSentAway && LOGIN.test(found.pathname) && !LOGIN.test(asked.pathname)) return new LibraryError('login-needed', `${found.host} shows this page only to those who are logged in.`);
  if (MISSING_TITLE.test(title)) return new LibraryError('page-missing', `${found.host} has no page at this address: what is there says “${title.trim().slice(0, 80)}”.`);
  return undefined;
}
