/** Every format that is told apart, as a user calls it. */
export const FORMAT_LABELS = {
  // what readers are there for
  text: 'plain text',
  html: 'web page (HTML)',
  markdown: 'Markdown text',
  // documents
  pdf: 'PDF document',
  epub: 'EPUB book',
  docx: 'Word document',
  doc: 'Word document (old format)',
  odt: 'OpenDocument text',
  rtf: 'RTF document',
  xlsx: 'Excel workbook',
  pptx: 'PowerPoint presentation',
  office: 'Office document',
  // mail
  eml: 'e-mail message',
  mbox: 'mailbox (mbox)',
  // web captures and feeds
  mhtml: 'saved web page (MHTML)',
  webarchive: 'saved web page (Safari web archive)',
  warc: 'web archive (WARC)',
  wacz: 'web archive (WACZ)',
  rss: 'news feed (RSS)',
  atom: 'news feed (Atom)',
  opml: 'list of feeds (OPML)',
  // read-later services and bookmarks
  'pocket-html': 'Pocket export (HTML)',
  'pocket-csv': 'Pocket export (CSV)',
  'pocket-zip': 'Pocket export (zip)',
  'instapaper-csv': 'Instapaper export (CSV)',
  'wallabag-json': 'wallabag export (JSON)',
  'wallabag-csv': 'wallabag export (CSV)',
  omnivore: 'Omnivore export',
  'readwise-csv': 'Readwise export (CSV)',
  'raindrop-csv': 'Raindrop export (CSV)',
  'matter-csv': 'Matter export (CSV)',
  'pinboard-json': 'Pinboard export (JSON)',
  'karakeep-json': 'Karakeep export (JSON)',
  'linkwarden-json': 'Linkwarden export (JSON)',
  'readability-json': 'Readability export (JSON)',
  'bookmarks-json': 'browser bookmarks (JSON)',
  'netscape-bookmarks': 'browser bookmarks (HTML)',
  enex: 'Evernote export (ENEX)',
  // references
  bibtex: 'BibTeX references',
  ris: 'RIS references',
  'csl-json': 'references (CSL-JSON)',
  'zotero-json': 'Zotero export (JSON)',
  'zotero-rdf': 'Zotero export (RDF)',
  // news databases and wires
  factiva: 'Factiva download',
  nexis: 'Nexis download',
  proquest: 'ProQuest download',
  'reuters-sgml': 'Reuters-21578 collection (SGML)',
  'newsml-g2': 'news item (NewsML-G2)',
  nitf: 'news article (NITF)',
  ninjs: 'news item (ninjs)',
  // data
  csv: 'table (CSV)',
  tsv: 'table (TSV)',
  json: 'JSON data',
  jsonl: 'JSON lines',
  xml: 'XML data',
  sqlite: 'SQLite database',
  // archives
  zip: 'zip archive',
  gzip: 'gzip archive',
  tar: 'tar archive',
  zstd: 'zstd archive',
  '7z': '7z archive',
  rar: 'RAR archive',
  archive: 'archive',
  // parts of pages
  png: 'PNG picture',
  jpeg: 'JPEG picture',
  gif: 'GIF picture',
  webp: 'WebP picture',
  avif: 'AVIF picture',
  svg: 'SVG picture',
  image: 'picture',
  css: 'style sheet (CSS)',
  javascript: 'script (JavaScript)',
  font: 'font',
  // the rest
  audio: 'sound file',
  video: 'video',
  executable: 'program',
  'unknown-binary': 'file of binary data',
} as const;

export type FormatName = keyof typeof FORMAT_LABELS;

/** What pages are made of: such a file may belong to a page that is imported with it. */
export const ASSETS: ReadonlySet<FormatName> = new Set(['png', 'jpeg', 'gif', 'webp', 'avif', 'svg', 'image', 'css', 'javascript', 'font', 'audio', 'video']);
