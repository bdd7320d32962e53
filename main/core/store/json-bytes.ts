/** Strings from this length on are encoded by themselves. */
const LONG = 2_000;

/**
 * What JSON.stringify says of a plain value (objects, arrays, strings, numbers, booleans, null), as UTF-8. One character past
 * Latin-1 anywhere makes JSON.stringify take four times as long for all of it: here long strings do not bear what a short one holds.
 */
export function jsonBytes(value: unknown): Buffer {
  const parts: Buffer[] = [];
  let short = '';
  const put = (one: unknown): void => {
    if (typeof one === 'string' && one.length >= LONG) {
      parts.push(Buffer.from(short), Buffer.from(JSON.stringify(one)));
      short = '';
    } else if (typeof one !== 'object' || one === null) {
      // What JSON has no word for is null in a list.
      short += JSON.stringify(one) ?? 'null';
    } else if (Array.isArray(one)) {
      one.forEach((item, at) => {
        short += at === 0 ? '[' : ',';
        put(item);
      });
      short += one.length === 0 ? '[]' : ']';
    } else {
      let before = '{';
      for (const [key, item] of Object.entries(one)) {
        if (item === undefined) continue;
        short += `${before}${JSON.stringify(key)}:`;
        before = ',';
        put(item);
      }
      short += before === '{' ? '{}' : '}';
    }
  };
  put(value);
  parts.push(Buffer.from(short));
  return Buffer.concat(parts);
}
