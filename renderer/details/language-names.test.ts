import { expect, it } from 'vitest';
import { codeOfLanguage, LANGUAGE_NAMES, nameOfLanguage } from './language-names.ts';

it('names languages, and shows what has no name as it stands', () => {
  expect(['de', 'zh', 'pt-BR', 'qqq', 'not a code'].map(nameOfLanguage)).toEqual(['German', 'Chinese', 'Brazilian Portuguese', 'qqq', 'not a code']);
  expect(LANGUAGE_NAMES).toContain('Ukrainian');
  expect(LANGUAGE_NAMES.filter((name) => name.length < 3)).toEqual([]);
});

it('takes a language by its name or its code', () => {
  expect([' german ', 'UKRAINIAN', 'de', 'pt-BR', 'Klingonese', ''].map((typed) => codeOfLanguage(typed))).toEqual(['de', 'uk', 'de', 'pt-BR', 'Klingonese', '']);
  expect(codeOfLanguage('Brazilian Portuguese', 'pt-BR')).toBe('pt-BR');
});
