/** Attributes of paragraphs, runs and rows only tell who typed them when. */
const HISTORY = /<(w:p|w:r|w:tr) [^>]*?(\/?)>/g;
/** How text looks, checks of spelling, ends of printed pages: nothing of it is in an article. */
const LAYOUT =
  /<w:(?:rFonts|sz|szCs|bCs|iCs|lang|color|kern|spacing|w|position|noProof|proofErr|lastRenderedPageBreak|jc|ind|contextualSpacing|keepNext|keepLines|widowControl|shd|tcW|tblW|tblLook|tblLayout|tblInd|gridCol|vAlign|textAlignment|autoSpaceDE|autoSpaceDN|adjustRightInd|snapToGrid|webHidden|bookmarkEnd|commentRangeStart|commentRangeEnd|rtl|cs)(?: [^>]*)?\/>/g;

/**
 * A document's XML without the marks that only lay it out. The converter would build several objects of each one and
 * then drop them: most of its time, and memory, is spent on these.
 */
export function dropLayout(xml: string): string {
  return xml.replace(HISTORY, '<$1$2>').replace(LAYOUT, '');
}
