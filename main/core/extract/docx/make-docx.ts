import { makeZip, type FileToZip } from '../zip/make-zip.ts';

const NAMESPACES = [
  'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"',
  'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"',
  'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"',
  'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"',
  'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"',
  'xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"',
].join(' ');
const RELATIONSHIPS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const HEADINGS = [1, 2, 3].map((level) => `<w:style w:type="paragraph" w:styleId="H${level}"><w:name w:val="heading ${level}"/></w:style>`).join('');
const NUMBERING =
  '<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:numFmt w:val="decimal"/></w:lvl></w:abstractNum><w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/></w:lvl></w:abstractNum>' +
  '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num>';

export interface DocxToMake {
  /** What stands in `w:body`. */
  readonly body: string;
  /** What stands in `docProps/core.xml`. */
  readonly core?: string;
  /** What stands in `w:footnotes`. */
  readonly footnotes?: string;
  /** `r:id` to the name of a file in `word/`. */
  readonly pictures?: Readonly<Record<string, string>>;
  /** `r:id` to an address. */
  readonly links?: Readonly<Record<string, string>>;
  readonly more?: readonly FileToZip[];
}

/** For tests: a small Word document. Styles `H1` to `H3` are headings, list 1 is numbered and list 2 is not. */
export function makeDocx({ body, core, footnotes, pictures = {}, links = {}, more = [] }: DocxToMake): Buffer {
  const related = [
    ...Object.entries(pictures).map(([id, target]) => `<Relationship Id="${id}" Type="${RELATIONSHIPS}/image" Target="${target}"/>`),
    ...Object.entries(links).map(([id, target]) => `<Relationship Id="${id}" Type="${RELATIONSHIPS}/hyperlink" Target="${target}" TargetMode="External"/>`),
  ].join('');
  return makeZip([
    { name: '[Content_Types].xml', content: '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="gif" ContentType="image/gif"/><Default Extension="emf" ContentType="image/x-emf"/></Types>' },
    { name: '_rels/.rels', content: `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="d" Type="${RELATIONSHIPS}/officeDocument" Target="word/document.xml"/></Relationships>` },
    { name: 'word/_rels/document.xml.rels', content: `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${related}</Relationships>` },
    { name: 'word/styles.xml', content: `<w:styles ${NAMESPACES}>${HEADINGS}</w:styles>` },
    { name: 'word/numbering.xml', content: `<w:numbering ${NAMESPACES}>${NUMBERING}</w:numbering>` },
    ...(footnotes === undefined ? [] : [{ name: 'word/footnotes.xml', content: `<w:footnotes ${NAMESPACES}>${footnotes}</w:footnotes>` }]),
    ...(core === undefined ? [] : [{ name: 'docProps/core.xml', content: `<cp:coreProperties>${core}</cp:coreProperties>` }]),
    ...more,
    { name: 'word/document.xml', content: `<?xml version="1.0" encoding="UTF-8"?><w:document ${NAMESPACES}><w:body>${body}</w:body></w:document>` },
  ]);
}

/** A paragraph of text; `properties` is what stands in `w:pPr`. */
export function wordParagraph(text: string, properties = ''): string {
  return `<w:p><w:pPr>${properties}</w:pPr><w:r><w:t xml:space="preserve">${text}</w:t></w:r></w:p>`;
}
