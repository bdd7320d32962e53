/** Names that sites put before their own for other devices. */
const VARIANT = /^(?:www\d?|m|mobile|amp)\./;

/** Whether one address's host is the other's, or a part of it (`edition.paper.example` and `www.paper.example`). */
export function isSameSite(one: string, other: string): boolean {
  const [first, second] = [hostOf(one), hostOf(other)];
  return first !== '' && (first === second || first.endsWith(`.${second}`) || second.endsWith(`.${first}`));
}

function hostOf(address: string): string {
  return (URL.parse(address)?.hostname ?? '').replace(VARIANT, '');
}
