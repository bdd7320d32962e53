import { describe, expect, it } from 'vitest';
import { encodeAs, SAMPLES } from './charset-samples.ts';
import { chooseLegacyCharset } from './choose-legacy-charset.ts';

describe('chooseLegacyCharset', () => {
  it('is surer of a paragraph than of a word', () => {
    const word = chooseLegacyCharset(encodeAs('Fähre', 'windows-1252'));
    const paragraph = chooseLegacyCharset(encodeAs(SAMPLES.ko, 'euc-kr'));
    expect(word.charset).toBe('windows-1252');
    expect(paragraph).toMatchObject({ charset: 'euc-kr' });
    expect(paragraph.confidence).toBeGreaterThan(word.confidence);
  });

  it('does not take accents before letters for halves of ideographs', () => {
    for (const text of ['élève très âgé', 'größere Übung', 'mañana él irá', 'não há razões']) {
      expect(chooseLegacyCharset(encodeAs(text, 'windows-1252')).charset).toBe('windows-1252');
    }
  });

  it('tells Russian in capitals apart by its letters', () => {
    const shouted = 'МЭРИЯ СООБЩИЛА ОБ ОТКРЫТИИ НОВОГО МОСТА ЧЕРЕЗ РЕКУ';
    expect(chooseLegacyCharset(encodeAs(shouted, 'windows-1251')).charset).toBe('windows-1251');
    expect(chooseLegacyCharset(encodeAs(shouted, 'koi8-r')).charset).toBe('koi8-r');
  });
});
