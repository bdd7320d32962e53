import { expect, test } from 'vitest';
import { dropLayout } from './drop-layout.ts';

test('drops what only lays text out', () => {
  const xml = '<w:p w:rsidR="00AB" w14:paraId="1"><w:pPr><w:pStyle w:val="Heading1"/><w:jc w:val="both"/></w:pPr><w:r w:rsidR="1"><w:rPr><w:rFonts w:ascii="A"/><w:b/><w:sz w:val="22"/></w:rPr><w:t>It left.</w:t></w:r><w:proofErr w:type="a"/></w:p><w:p w:rsidR="2"/>';
  expect(dropLayout(xml)).toBe('<w:p><w:pPr><w:pStyle w:val="Heading1"/></w:pPr><w:r><w:rPr><w:b/></w:rPr><w:t>It left.</w:t></w:r></w:p><w:p/>');
});

test('leaves text and the marks that mean something', () => {
  const xml = '<w:p><w:pPr><w:numPr/></w:pPr><w:r><w:t xml:space="preserve"> w:rsidR="1" w:sz </w:t><w:tab/><w:br/><w:sym w:char="F0"/></w:r><w:pPr/><w:proofErr/></w:p>';
  expect(dropLayout(xml)).toBe(xml.replace('<w:proofErr/>', ''));
});
