/** Zero-width characters that only a web page needs. Joiners stay: scripts of India and emoji are made with them. */
const ZERO_WIDTH = /[\ufeff\u200b\u2060]/g;
/** Controls other than tab and line feed, and the characters that Unicode gives to nobody. */
const CONTROLS = /[\u0000-\u0008\u000e-\u001f\u007f-\u0084\u0086-\u009f\ufffe\uffff]/g;
const TAB = '    ';

/**
 * A text with one spelling for what looks the same: `\n` for every line or page end, NFC, no invisible characters, no space at line
 * ends. Soft hyphens go, but for those at a line's end, which `joinLines` needs.
 */
export function cleanText(text: string): string {
  const lines = text
    .toWellFormed()
    .replace(/\r\n?|[\u000b\u000c\u0085\u2028\u2029]/g, '\n')
    .replace(ZERO_WIDTH, '')
    .replace(CONTROLS, '')
    .normalize('NFC')
    .replaceAll('\t', TAB)
    .split('\n');
  return lines.map(cleanLine).join('\n');
}

function cleanLine(line: string): string {
  const trimmed = line.trimEnd();
  if (!trimmed.includes('\u00ad')) return trimmed;
  return trimmed.slice(0, -1).replaceAll('\u00ad', '') + trimmed.slice(-1);
}
