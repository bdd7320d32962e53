import crypto from 'node:crypto';
import { LibraryStore } from '../../main/core/store/library-store.ts';

/** Articles stored as one change. */
const BATCH = 1_000;
const SITES = 400;
const TAGS = 300;

/**
 * A library of made-up articles with all that a list can be sorted and filtered by: half of them read, a fifth
 * archived, a tenth favourites, a twentieth in the trash; three tags, one or two collections and a site each, some
 * frequent and many rare, as people's are.
 *
 * @param {string} root
 * @param {number} articles
 */
export function makeListLibrary(root, articles) {
  let minute = 0;
  const store = new LibraryStore(root, { host: 'the benchmark', now: () => new Date(Date.UTC(2020, 0, 1) + (minute += 1) * 60_000) });
  try {
    /** @type {import('../../main/contract/ids.ts').ArticleId[]} */
    const ids = [];
    for (let from = 0; from < articles; from += BATCH) {
      const batch = Array.from({ length: Math.min(BATCH, articles - from) }, (_, index) => makeArticle(from + index));
      ids.push(...store.addArticles(batch, 'skip').map(({ id }) => id));
    }
    const every = (/** @type {number} */ nth, offset = 0) => ids.filter((_, index) => index % nth === offset);
    store.setState(every(2), { read: true });
    store.setState(every(5, 1), { archived: true });
    store.setState(every(10, 3), { favourite: true });
    store.trash(every(20, 7));
  } finally {
    store.close();
  }
}

/** @param {number} index @returns {import('../../main/core/store/library-store.ts').NewArticle} */
function makeArticle(index) {
  const random = seededNumbers(index + 1);
  const pick = (/** @type {number} */ most) => Math.floor(most * random() ** 3);
  const text = `Report ${index} of the harbour, in which nothing happened twice and the ferry was late.`;
  const day = new Date(Date.UTC(1990, 0, 1) + Math.floor(random() * 13_000) * 86_400_000).toISOString().slice(0, 10);
  const place = pick(40);
  return {
    blobs: [],
    content: {
      title: `${WORDS[pick(WORDS.length)]} ${WORDS[Math.floor(random() * WORDS.length)]} in the harbour of the ${index}th report, and what came of it`,
      byline: 'A Keeper',
      published: index % 9 === 0 ? null : day,
      publishedPrecision: index % 9 === 0 ? null : 'day',
      site: `Site ${pick(SITES)}`,
      url: `https://example.org/reports/${index}`,
      canonicalUrl: `https://example.org/reports/${index}`,
      language: 'en',
      wordCount: 15,
      excerpt: text.repeat(3),
      tags: [...new Set([`tag ${pick(TAGS)}`, `tag ${pick(TAGS)}`, `tag ${pick(TAGS)}`])],
      collections: [`Area ${place % 8}/Place ${place}`, ...(index % 3 === 0 ? [`Work/${pick(10)}`] : [])],
      source: { kind: 'text', name: `${index}.txt`, sha256: crypto.createHash('sha256').update(text).digest('hex') },
      related: [],
      guessed: {},
      corrected: [],
      extra: null,
      html: `<p>${text}</p>`,
      text,
      fingerprint: null,
      images: [],
      original: { kind: 'utf8', text },
      extractor: 1,
    },
  };
}

const WORDS = ['Quiet', 'Storm', 'Lamp', 'Ferry', 'anchor', 'bread', 'Zinc', 'Gull', 'élan', 'rope', 'Mist', 'Tide', 'Keeper', 'sand', 'Oil', 'Vane'];

/** The same numbers from 0 to 1 for the same seed, so that two runs measure the same library. @param {number} seed */
function seededNumbers(seed) {
  let state = seed * 2_654_435_761;
  return () => {
    state = Math.imul(state ^ (state >>> 15), 2_246_822_519) + 374_761_393;
    return ((state ^ (state >>> 13)) >>> 0) / 4_294_967_296;
  };
}
