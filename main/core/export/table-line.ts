/** A line of RFC 4180. */
export function writeLine(values: readonly (string | number | null)[]): string {
  return `${values.map((value) => quote(writeValue(value))).join(',')}\r\n`;
}

function quote(text: string): string {
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** Spreadsheets run what begins so, some of them in its wide forms, too: a stranger's headline must stay a headline. */
const FORMULA = /^[=+\-@\t\r\n\uff1d\uff0b\uff0d\uff20]/;

function writeValue(value: string | number | null): string {
  if (value === null) return '';
  if (typeof value === 'number') return String(value);
  return FORMULA.test(value) ? `'${value}` : value;
}
