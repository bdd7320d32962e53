import { expect, test } from 'vitest';
import { keepAllText } from './keep-all-text.ts';

test('turns what only wraps text into what the converter reads', () => {
  expect(keepAllText('<w:p><w:fldSimple w:instr="REF x"><w:r/></w:fldSimple><w:bdo w:val="rtl"><w:r/></w:bdo></w:p>')).toBe(
    '<w:p><w:smartTag w:instr="REF x"><w:r/></w:smartTag><w:smartTag w:val="rtl"><w:r/></w:smartTag></w:p>',
  );
});

test('keeps the base of ruby text and not how it sounds', () => {
  const xml = '<w:ruby><w:rubyPr/><w:rt><w:r><w:t>かんじ</w:t></w:r></w:rt><w:rubyBase><w:r><w:t>漢字</w:t></w:r></w:rubyBase></w:ruby><w:rtl/><w:rtlGutter/>';
  expect(keepAllText(xml)).toBe('<w:smartTag><w:rubyPr/><w:smartTag><w:r><w:t>漢字</w:t></w:r></w:smartTag></w:smartTag><w:rtl/><w:rtlGutter/>');
});

test('keeps the letters of formulas', () => {
  const formula = '<m:oMath><m:r><m:t>a</m:t></m:r><m:sSup><m:e><m:t xml:space="preserve"> = b</m:t></m:e></m:sSup></m:oMath>';
  expect(keepAllText(`<w:p>${formula}<w:r/></w:p>`)).toBe('<w:p><w:r><w:t xml:space="preserve">a = b</w:t></w:r><w:r/></w:p>');
  expect(keepAllText('<w:p></m:oMath></w:p>')).toBe('<w:p></m:oMath></w:p>');
});

test('takes time in proportion to what it is given, whatever that is', () => {
  const started = performance.now();
  keepAllText('<m:oMath>'.repeat(200_000));
  keepAllText('</m:oMath>'.repeat(200_000));
  expect(performance.now() - started).toBeLessThan(2_000);
});
