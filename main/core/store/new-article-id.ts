import { randomBytes } from 'node:crypto';
import { ArticleId } from '../../contract/ids.ts';

// Crockford's base 32 in lower case: no letter that is taken for a digit, nothing that a shell or an address minds.
const ALPHABET = '0123456789abcdefghjkmnpqrstvwxyz';

/** A new id of 16 characters: 80 random bits. */
export function newArticleId(): ArticleId {
  return ArticleId.parse(Array.from(randomBytes(16), (byte) => ALPHABET[byte % 32]).join(''));
}
