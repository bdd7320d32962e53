/** Scripts that part no words: there each character is a token. */
const TOKEN = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]|(?:(?![\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}])[\p{L}\p{M}\p{N}_])+/gu;

/** @param {string} text @returns {string[]} its words and numbers in small letters, without punctuation, each as it is in Unicode's composed form */
export function splitTokens(text) {
  return text.normalize('NFKC').toLowerCase().match(TOKEN) ?? [];
}
