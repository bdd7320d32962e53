import { describe, expect, it } from 'vitest';
import { completeAddresses, findOtherAddresses, namesPages, readTags, unique } from './name-pages.ts';

const FERRY = 'https://example.org/ferry';
const PIER = 'https://example.org/pier';

it('addresses that are not fetched are found in a text, each once, and those that are fetched are not among them', () => {
  const text = `${FERRY}\nftp://files.example/list.txt, ftp://files.example/list.txt\n(file:///C:/a%20b.html) <gopher://x> HTTP://EXAMPLE.ORG view-source:https://example.org://`;
  expect(findOtherAddresses(text)).toEqual(['ftp://files.example/list.txt', 'file:///C:/a%20b.html', 'gopher://x']);
  expect(findOtherAddresses('a'.repeat(200_000))).toEqual([]);
});

describe('namesPages', () => {
  it('takes addresses alone, lists with titles, and a message with a link for naming pages', () => {
    expect(namesPages(FERRY, [FERRY])).toBe(true);
    expect(namesPages(`* The ferry – ${FERRY}\n* The pier – ${PIER}\n`, [FERRY, PIER])).toBe(true);
    expect(namesPages(`Have a look at this: ${FERRY} 🙂`, [FERRY])).toBe(true);
  });

  it('takes an article that quotes an address for an article', () => {
    expect(namesPages(`${'The ferry left at six with eleven passengers. '.repeat(10)} (${FERRY})`, [FERRY])).toBe(false);
    expect(namesPages('The ferry left at six.', [])).toBe(false);
  });
});

describe('completeAddresses', () => {
  it('gives a scheme to lines that lack only that', () => {
    expect(completeAddresses('example.org/a?b=c\nhttps://example.org/d\nsome words. And more\n  приклад.укр \nhost.example:8080')).toBe(
      'https://example.org/a?b=c\nhttps://example.org/d\nsome words. And more\nhttps://приклад.укр\nhttps://host.example:8080',
    );
  });
});

describe('readTags', () => {
  it('takes each once, without the space around it', () => {
    expect(readTags(' coast, north sea,coast,, ')).toEqual({ tags: ['coast', 'north sea'], problem: null });
    expect(readTags('')).toEqual({ tags: [], problem: null });
  });

  it('says what is wrong with one that cannot be', () => {
    expect(readTags(`coast,${'x'.repeat(200)}`).problem).toContain('up to 100 characters');
  });
});

describe('unique', () => {
  it('keeps the first writing of each address', () => {
    expect(unique(['https://example.org', PIER, 'https://example.org/', PIER])).toEqual(['https://example.org', PIER]);
  });
});
