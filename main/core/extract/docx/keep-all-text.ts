const MATH_END = '</m:oMath>';

/**
 * A document's XML with the text of some elements that the converter to HTML knows nothing of, and would drop, moved
 * into ones that it knows: fields in one piece, runs with a direction of their own, the base of ruby text, the letters
 * of formulas. A prefix other than the usual one (`w`, `m`) leaves the XML as it is.
 */
export function keepAllText(xml: string): string {
  const renamed = xml
    .replace(/<w:rt(?:>|\s[^>]*[^/]>)[\s\S]*?<\/w:rt>/g, '')
    .replace(/<(\/?)w:(?:fldSimple|bdo|dir|ruby|rubyBase)(?=[\s>])/g, '<$1w:smartTag');
  return renamed.includes(MATH_END) ? renamed.split(MATH_END).map(endInText).join('') : renamed;
}

/** A piece of XML up to the end of a formula, with that formula as a run of text; the last piece has none. */
function endInText(piece: string, index: number, pieces: readonly string[]): string {
  const start = index === pieces.length - 1 ? -1 : Math.max(piece.lastIndexOf('<m:oMath>'), piece.lastIndexOf('<m:oMath '));
  if (start < 0) return index === pieces.length - 1 ? piece : piece + MATH_END;
  const letters = [...piece.slice(start).matchAll(/<m:t(?:\s[^>]*)?>([^<]*)<\/m:t>/g)].map((match) => match[1] ?? '').join('');
  return `${piece.slice(0, start)}<w:r><w:t xml:space="preserve">${letters}</w:t></w:r>`;
}
