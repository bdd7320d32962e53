const LINE_FEED = 0x0a;
const CARRIAGE_RETURN = 0x0d;
const DASH = 0x2d;

/**
 * The parts of a multipart body, each without the line break before the next boundary. What stands before the first and after
 * the last is no part. The last one may lack its end, as in a download that broke off.
 *
 * @param most more parts than this are not looked for: the list is then one longer
 */
export function splitParts(body: Buffer, boundary: string, most: number): Buffer[] {
  const mark = Buffer.from(`--${boundary}`);
  const parts: Buffer[] = [];
  let start: number | undefined;
  for (let at = body.indexOf(mark); at >= 0; at = body.indexOf(mark, at + mark.length)) {
    const line = boundaryLine(body, at, at + mark.length);
    if (line === undefined) continue;
    if (start !== undefined) parts.push(body.subarray(start, Math.max(start, endBefore(body, at))));
    if (line.isLast || parts.length > most) return parts;
    start = line.next;
  }
  if (start !== undefined) parts.push(body.subarray(start));
  return parts;
}

/** The boundary of a body whose header does not name it, or names another one. */
export function guessBoundary(body: Buffer): string | undefined {
  const start = body.toString('latin1', 0, 20_000);
  return /^--(\S[^\r\n]{0,200}?)[ \t]*\r?\nContent-/im.exec(start)?.[1];
}

/** A boundary stands at the beginning of its line, and nothing but two dashes and white space after it. */
function boundaryLine(body: Buffer, at: number, afterMark: number): { readonly next: number; readonly isLast: boolean } | undefined {
  if (at > 0 && body[at - 1] !== LINE_FEED) return undefined;
  const isLast = body[afterMark] === DASH && body[afterMark + 1] === DASH;
  let end = isLast ? afterMark + 2 : afterMark;
  while (body[end] === 0x20 || body[end] === 0x09 || body[end] === CARRIAGE_RETURN) end += 1;
  if (end >= body.length) return { next: body.length, isLast };
  return body[end] === LINE_FEED ? { next: end + 1, isLast } : undefined;
}

function endBefore(body: Buffer, boundaryAt: number): number {
  const end = boundaryAt - 1;
  return body[end - 1] === CARRIAGE_RETURN ? end - 1 : end;
}
