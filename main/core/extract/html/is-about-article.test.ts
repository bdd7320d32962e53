import { describe, expect, test } from 'vitest';
import { isAboutArticle } from './is-about-article.ts';

const facts = { title: 'Ferry runs late again in the harbour', headings: ['Harbour: ferry runs late again', 'Another article'], byline: 'Jane Doe', site: 'Harbour News' };

describe('a line about an article', () => {
  test.each([
    'Published 2:16 AM EST Nov 20, 2019',
    'Nov. 20, 2019, 9:28 AM UTC',
    'Updated on: November 19, 2019 / 10:07 AM / Harbour News',
    'August 08, 2018',
    '21.11.2019, 05:00 Uhr',
    'Veröffentlicht am Dienstag, 3. März 2020 von Jane Doe',
    'Publié le 18 février 2020 à 14h30',
    'Tempo de leitura: 2 minutos',
    '5 min read',
    'By Jane Doe',
    'HARBOUR NEWS',
    'Ferry Runs Late Again in the Harbour',
    'Harbour: ferry runs late again',
    'Home > News > Ferry runs late again in the harbour',
  ])('is %s', (text) => {
    expect(isAboutArticle(text, facts)).toBe(true);
  });

  test.each([
    'In May 2019 the ferry ran late.',
    'Jane Doe lives by the harbour.',
    '1984',
    'On time',
    'Another article',
    'Home is where the harbour is',
    'Das Jahr 2019',
    '',
  ])('is not %s', (text) => {
    expect(isAboutArticle(text, facts)).toBe(false);
  });
});
