/** Where lunr parts words: white space and hyphens. */
const SEPARATOR = /[\s-]+/;

/**
 * The words of a text as lunr's tokenizer and trimmer see them, in lower case.
 *
 * @param {string} text
 * @returns {string[]}
 */
export function splitWords(text) {
  return text
    .toLowerCase()
    .split(SEPARATOR)
    .map((word) => word.replace(/^\W+/, '').replace(/\W+$/, ''))
    .filter((word) => word !== '');
}
