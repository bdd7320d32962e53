import type { Migration } from '../migrate.ts';

export const articles: Migration = {
  number: 1,
  sql: `
    CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID, STRICT;
    INSERT INTO meta VALUES ('last_change', '0'), ('purging', '0');

    CREATE TABLE articles (
      n INTEGER PRIMARY KEY,
      id TEXT NOT NULL UNIQUE,
      title TEXT NOT NULL,
      byline TEXT,
      published TEXT,
      published_precision TEXT,
      published_key TEXT,
      site TEXT,
      url TEXT,
      canonical_url TEXT,
      language TEXT,
      word_count INTEGER NOT NULL,
      excerpt TEXT,
      read INTEGER NOT NULL DEFAULT 0,
      favourite INTEGER NOT NULL DEFAULT 0,
      archived INTEGER NOT NULL DEFAULT 0,
      trashed INTEGER NOT NULL DEFAULT 0,
      added TEXT NOT NULL,
      source_kind TEXT NOT NULL,
      source_name TEXT NOT NULL,
      source_sha256 TEXT NOT NULL,
      related TEXT NOT NULL,
      guessed TEXT NOT NULL,
      extra TEXT,
      fingerprint TEXT,
      extractor INTEGER NOT NULL,
      version INTEGER NOT NULL DEFAULT 1,
      change INTEGER NOT NULL
    ) STRICT;
    CREATE INDEX articles_by_added ON articles (trashed, added DESC, n DESC);
    CREATE INDEX articles_by_published ON articles (trashed, published_key DESC, n DESC);
    CREATE INDEX articles_by_title ON articles (trashed, title COLLATE NOCASE, n);
    CREATE INDEX articles_by_change ON articles (change);
    CREATE INDEX articles_by_canonical_url ON articles (canonical_url) WHERE canonical_url IS NOT NULL;
    CREATE INDEX articles_by_fingerprint ON articles (fingerprint) WHERE fingerprint IS NOT NULL;

    -- html and text: zstd frames of UTF-8.
    CREATE TABLE bodies (
      article INTEGER PRIMARY KEY REFERENCES articles (n) ON DELETE CASCADE,
      html BLOB NOT NULL,
      text BLOB NOT NULL
    ) STRICT;

    -- Every item that an article was made of, earlier versions included: the same bytes are known again.
    CREATE TABLE sources (
      sha256 TEXT NOT NULL,
      article INTEGER NOT NULL REFERENCES articles (n) ON DELETE CASCADE,
      PRIMARY KEY (sha256, article)
    ) WITHOUT ROWID, STRICT;
    CREATE INDEX sources_by_article ON sources (article);

    -- The items' own bytes; NULL where they are a blob.
    CREATE TABLE originals (sha256 TEXT PRIMARY KEY, bytes BLOB) STRICT;

    CREATE TABLE article_tags (
      article INTEGER NOT NULL REFERENCES articles (n) ON DELETE CASCADE,
      tag TEXT NOT NULL,
      PRIMARY KEY (article, tag)
    ) WITHOUT ROWID, STRICT;
    CREATE INDEX article_tags_by_tag ON article_tags (tag);

    CREATE TABLE article_collections (
      article INTEGER NOT NULL REFERENCES articles (n) ON DELETE CASCADE,
      path TEXT NOT NULL,
      PRIMARY KEY (article, path)
    ) WITHOUT ROWID, STRICT;
    CREATE INDEX article_collections_by_path ON article_collections (path);

    CREATE TABLE article_images (
      article INTEGER NOT NULL REFERENCES articles (n) ON DELETE CASCADE,
      sha256 TEXT NOT NULL,
      media_type TEXT NOT NULL,
      PRIMARY KEY (article, sha256)
    ) WITHOUT ROWID, STRICT;
    CREATE INDEX article_images_by_sha256 ON article_images (sha256);

    -- Earlier content of articles that were updated: the whole StoredArticle as a zstd frame of JSON.
    CREATE TABLE versions (
      article INTEGER NOT NULL REFERENCES articles (n) ON DELETE CASCADE,
      version INTEGER NOT NULL,
      replaced TEXT NOT NULL,
      content BLOB NOT NULL,
      PRIMARY KEY (article, version)
    ) WITHOUT ROWID, STRICT;
  `,
};
