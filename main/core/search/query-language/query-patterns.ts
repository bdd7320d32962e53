/*
 * What stands in a query beside words. Each pattern is tried at one place (sticky), and only where a word begins: so any
 * text is read in linear time.
 */

const QUOTES = '"“”„‟«»';
export const isQuote = (letter: string) => letter !== '' && QUOTES.includes(letter);

/** `AND`, or `NEAR/5` with its name and number. */
export const OPERATOR = new RegExp(`(?:AND|OR|NOT|(NEAR|BEFORE)(?:/(\\d*))?)(?=[\\s()${QUOTES}]|$)`, 'uy');
export const HALF_NEAR = /(?:NEAR|BEFORE)\/\S*/uy;
/** A phrase or a bracket with its sign, its field, and its `=`. */
export const OPENER = new RegExp(`(?:([+-])\\s*)?(?:([^\\s:\\\\()${QUOTES}+-][^\\s:\\\\()${QUOTES}]*):\\s*)?(?:(=?)[${QUOTES}]|\\()`, 'uy');
/** Sign and name. */
export const FILTER = /(?:([+-])\s*)?([a-z]+):\s*/iuy;
export const FILTER_VALUE = new RegExp(`(?:\\\\[\\s\\S]|[^\\s()\\\\${QUOTES}])+`, 'y');
export const SIGNED = /[+-]/y;
export const BOOST = /\^(\d+(?:\.\d+)?)/y;
export const SLOP = /~(\d+)/y;
