export type FilterName = 'date' | 'added' | 'tag' | 'site' | 'by' | 'lang' | 'is' | 'has' | 'words';

/** What the store answers about an article, beside what its text says. */
export type Filter =
  /**
   * ISO 8601 moments in UTC, `from` inclusive, `before` exclusive; null is open. `date` asks when it was published: all
   * of the time that is known (a year, a month, a day) must lie inside.
   */
  | { readonly name: 'date' | 'added'; readonly from: string | null; readonly before: string | null }
  /** `by`: a part of the byline. `site`: the site's name or the address's host, or the end of it. `lang`: BCP 47, or the beginning of it. All without regard to case. */
  | { readonly name: 'tag' | 'site' | 'by' | 'lang'; readonly value: string }
  | { readonly name: 'is'; readonly value: 'read' | 'unread' | 'favourite' | 'archived' | 'unfetched' }
  | { readonly name: 'has'; readonly value: 'image' | 'video' | 'audio' | 'author' | 'date' | 'address' | 'tag' | 'collection' }
  /** Inclusive; null is open. */
  | { readonly name: 'words'; readonly least: number | null; readonly most: number | null };
