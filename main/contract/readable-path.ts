/** The path of an address with its letters readable, as far as it is encoded as it should be. */
export function readablePath(path: string): string {
  try {
    // A sign that would turn the text around, or break the line, stays written out.
    return decodeURI(path).replace(/[\p{Cc}\p{Cf}\s]/gu, (sign) => encodeURIComponent(sign));
  } catch {
    return path;
  }
}
