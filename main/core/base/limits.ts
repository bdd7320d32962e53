import { FACT_LIMITS } from '../../contract/facts.ts';
import { LABEL_LIMITS } from '../../contract/labels.ts';

/**
 * Every numeric limit of the library, in one place. docs/limits.md explains them to users; a test holds the two
 * together. Bytes are bytes, times are milliseconds.
 */
export const LIMITS = {
  /** One file of text, HTML or Markdown. Longer ones are no article. */
  articleFileBytes: 32 * 1024 * 1024,
  /** An item's own bytes up to this size stand in the database, larger ones are files. */
  inlineOriginalBytes: 1024 * 1024,
  /** Files in one document or book that is a zip archive. */
  zipEntries: 20_000,
  /** One file of such an archive, unpacked; it is not unpacked further. */
  zipEntryBytes: 32 * 1024 * 1024,
  /** The XML of one Word document without its layout. Building its tree takes some 25 times as much memory. */
  wordXmlLength: 14_000_000,
  /** Groups inside one another in one RTF document. */
  rtfGroups: 1_000,
  /** All that is unpacked of one such archive. */
  zipTotalBytes: 256 * 1024 * 1024,
  /** One image beside or inside a page. */
  imageBytes: 20 * 1024 * 1024,
  /** Images of one article; the rest are named in `extra`. */
  imagesPerArticle: 500,
  /** Images of one article together. */
  imagesPerArticleBytes: 100 * 1024 * 1024,
  /** One SVG picture: a longer one is missing. */
  svgBytes: 8 * 1024 * 1024,
  /** Elements of one SVG picture ... */
  svgElements: 100_000,
  /** ... inside one another ... */
  svgDepth: 100,
  /** ... and drawn, where each counts as often as others refer to it: small ones can be made that take years to draw. Also of a page as it was, all its drawings together. */
  svgDrawnElements: 500_000,
  /** A page as it was, with all that stands in it; pictures and typefaces beyond are left out of it. */
  snapshotBytes: 64 * 1024 * 1024,
  /** Styles of such a page together; sheets beyond are left out of it. */
  snapshotStyleLength: 16_000_000,
  /** Style sheets of it that import one another. */
  snapshotSheetDepth: 5,
  /** Making it; past it the worker is replaced, and the window says so. */
  snapshotTimeMs: 30_000,
  /** Elements inside one another. Deeper trees hang HTML parsers. */
  htmlDepth: 512,
  /** Elements in one page. */
  htmlElements: 150_000,
  /** Parts of a message or of a saved page inside one another. */
  mimeDepth: 50,
  /** Parts of a message or of a saved page. */
  mimeParts: 10_000,
  /** The header of a message or of one of its parts; what stands beyond is not looked at. */
  mimeHeaderBytes: 1024 * 1024,
  /** Chapters of one book. */
  bookChapters: 10_000,
  /** Paragraphs, list items and the like of one article. */
  textBlocks: 200_000,
  /** A stated title; the rest is cut. */
  titleLength: FACT_LIMITS.titleLength,
  /** A title made from the first sentence. */
  guessedTitleLength: 120,
  /** A byline; a longer one is none. */
  bylineLength: FACT_LIMITS.bylineLength,
  /** The name of a site. */
  siteLength: FACT_LIMITS.siteLength,
  /** A tag; a longer one of a file is cut. */
  tagLength: LABEL_LIMITS.tagLength,
  /** A collection's path, all names and the slashes between them. */
  collectionLength: LABEL_LIMITS.collectionLength,
  /** Collections inside one another. */
  collectionDepth: LABEL_LIMITS.collectionDepth,
  /** Tags of one article, and collections of one article. */
  labelsPerArticle: LABEL_LIMITS.labelsPerArticle,
  /** An address; a longer one is dropped. */
  urlLength: FACT_LIMITS.urlLength,
  /** The beginning of the text that lists show. */
  excerptLength: 300,
  /** Related links of one article. */
  relatedLinks: 200,
  /** JSON of `extra`. */
  extraBytes: 16 * 1024,
  /** Pages of one PDF that are read; the article says where it ends. */
  pdfPages: 2_000,
  /** Pieces of text that one page of a PDF draws; the rest of the page is left out. */
  pdfPageItems: 60_000,
  /** Links on one page of a PDF. */
  pdfPageLinks: 2_000,
  /** Lines of one PDF, columns and cells apart; pages after them are left out. */
  pdfLines: 300_000,
  /** One part of a PDF, unpacked; the rest of it is left out. */
  pdfStreamBytes: 64 * 1024 * 1024,
  /** Reading the pages of one PDF; those that are left then are left out, and the article says so. */
  pdfReadMs: 20_000,
  /** Reading and cleaning one item in a worker; past it the worker is replaced and the item reported. */
  itemTimeMs: 30_000,
  /** Files that a worker is sent together. */
  groupFiles: 16,
  /** After so long it answers with those that it has read ... */
  groupWorkMs: 100,
  /** ... or after so much that it read. */
  groupBytes: 1024 * 1024,
  /** A group that takes longer is given up, and each of its files is tried by itself. */
  groupTimeMs: 10_000,
  /** Archives inside one another; what is packed deeper is not unpacked. */
  archiveDepth: 4,
  /** Files in one archive, with those of the archives in it. */
  archiveEntries: 5_000_000,
  /** All that is unpacked of one archive, with the archives in it ... */
  archiveBytes: 256 * 1024 * 1024 * 1024,
  /** ... and how many times its own size that may be ... */
  archiveRatio: 200,
  /** ... where it is more than this. */
  archiveFreeBytes: 1024 * 1024 * 1024,
  /** One file of a zip archive that unpacks to more than this must not be packed more tightly than `archiveRatio`. */
  archiveEntryFreeBytes: 4 * 1024 * 1024,
  /** Files of one archive that are kept on the disk for as long as they may be needed: pictures of its pages, archives in it. */
  archiveSpillBytes: 4 * 1024 * 1024 * 1024,
  /** An address of a web archive's record, or a file's name in an archive; the rest is cut. */
  archiveNameLength: 1_000,
  /** Files that are unpacked ahead of those being read ... */
  unpackedFiles: 128,
  /** ... and how much they may be together; one more group may come on top. */
  unpackedBytes: 32 * 1024 * 1024,
  /** Files of an archive that are handed over together ... */
  unpackGroupFiles: 64,
  /** ... or as much as this ... */
  unpackGroupBytes: 2 * 1024 * 1024,
  /** ... or what there is after so long. */
  unpackTurnMs: 250,
  /** A worker that unpacks and does not answer for so long is ended, and its archive with it; what it gave is kept. */
  unpackTimeMs: 60_000,
  /** Old-generation heap of a worker that unpacks. */
  unpackHeapMb: 256,
  /** Old-generation heap of one extract worker. */
  workerHeapMb: 384,
  /** New objects of one worker of an import: past it they are looked through for what is still used. More is memory for nothing. */
  workerYoungHeapMb: 12,
  /** Folders inside folders while looking for files. */
  folderDepth: 64,
  /** Files that are listed ahead of those being read, so that their number is known. More are listed as they are needed. */
  sourcesAhead: 300_000,
  /** Items written, journalled and acknowledged together. */
  batchItems: 512,
  /** The same, by size. */
  batchBytes: 8 * 1024 * 1024,
  /** A batch is written after this long even if it is not full. */
  batchWaitMs: 150,
  /** Entries of a report that are written together where no article goes with them. */
  reportEntries: 5_000,
  /** They are written after this long at the latest. */
  reportWaitMs: 500,
  /** A file in a watched folder is taken when it has been as it is for so long: then nobody writes it any more. */
  watchSettleMs: 3_000,
  /** A watched folder is looked at as a whole this often, because systems lose events. Looking takes a hundredth of the time at most. */
  watchLookMs: 300_000,
  /** A watched folder that is gone, or cannot be read, is looked for this often. */
  watchGoneMs: 10_000,
  /** After an import that could not go on, the files of a watched folder are tried again. */
  watchTroubleMs: 60_000,
  /** Files of one watched folder that are known to wait; more are found when these are taken. */
  watchWaitingFiles: 40_000,
  /** Files of a watched folder that are imported together. */
  watchTakenFiles: 5_000,
  /** Old-generation heap of the worker that looks at watched folders. */
  watchHeapMb: 192,
  /** One page of the web, unpacked; and any file that an address leads to. */
  savedPageBytes: 32 * 1024 * 1024,
  /** One style sheet of it. */
  savedStyleBytes: 2 * 1024 * 1024,
  /** Parts of one page (pictures, style sheets) that are fetched ... */
  savedParts: 400,
  /** ... how much they may be together ... */
  savedPartsBytes: 96 * 1024 * 1024,
  /** ... and how long all of them may take. Those that are left then are named as missing. */
  savedPartsMs: 180_000,
  /** Addresses that are asked for, for one page, its further pages and all of their parts, those in vain too. */
  savedAddresses: 1_500,
  /** A page that is kept with its parts in one file. */
  savedFileBytes: 136 * 1024 * 1024,
  /** The file of one video or sound of it, where those are kept ... */
  savedMediaBytes: 1024 * 1024 * 1024,
  /** ... how many of one page ... */
  savedMediaFiles: 20,
  /** ... and how much they may be together, with what was fetched of them in vain. */
  savedMediaTotalBytes: 4 * 1024 * 1024 * 1024,
  /** Room that is left on the disk; where there is less, videos and sounds are not kept. */
  savedMediaRoomBytes: 1024 * 1024 * 1024,
  /** Further pages of one article. */
  savedNextPages: 20,
  /** All of them. */
  savedNextMs: 600_000,
  /** Addresses of one feed. */
  feedEntries: 500,
  /** Addresses of one import that are fetched at once, each from another host. */
  savesAtOnce: 6,
  /** Connections to one host, which are used one after the other. */
  fetchesPerHost: 1,
  /** Redirects that are followed from the address of a page ... */
  fetchRedirects: 10,
  /** ... and from that of a part of one (a picture, a style sheet, a face of letters, a video, a sound). */
  fetchPartRedirects: 4,
  /** How often a page is asked for where the site may only be busy ... */
  fetchTries: 3,
  /** ... and a part of it. */
  fetchPartTries: 2,
  /** Before it is asked for a second time; before each further time, four times as long as before. */
  fetchBackOffMs: 1_000,
  /** A site that asks to be left alone for longer is not asked again. */
  fetchMostWaitMs: 60_000,
  /** Between two pages of one host. */
  fetchPageGapMs: 500,
  /** Until a connection stands. */
  fetchConnectMs: 10_000,
  /** Until an answer begins. */
  fetchHeadersMs: 20_000,
  /** Nothing of an answer comes for so long: it is given up. */
  fetchSilenceMs: 20_000,
  /** All of one page. */
  fetchPageMs: 60_000,
  /** All of one part. */
  fetchPartMs: 30_000,
  /** All of either over redirects, tries and the pauses between them, without the waiting for others that ask the same host. */
  fetchWholeMs: 180_000,
  /** All videos and sounds of one page. */
  fetchMediaMs: 3_600_000,
  /** One that does not say how long it is. */
  fetchEndlessMs: 60_000,
  /** What an answer says of itself before its content. */
  fetchHeaderBytes: 32 * 1024,
  /** Old-generation heap of the worker that fetches; what it fetches is outside of it. */
  fetchHeapMb: 192,
  /** A journal file is closed and the next begun past this size. */
  journalFileBytes: 64 * 1024 * 1024,
  /** One journal record, decompressed. Refuses to inflate a damaged or hostile frame without end. */
  journalRecordBytes: 512 * 1024 * 1024,
  /** One uploaded file at the web host's door. */
  uploadFileBytes: 256 * 1024 * 1024,
  /** A call's JSON body at the web host's door. */
  callBytes: 12 * 1024 * 1024,
  /** Words, phrases and filters of one query; the rest is left out. */
  queryParts: 200,
  /** Brackets inside one another in a query; deeper ones are ignored. */
  queryDepth: 32,
  /** Changed letters of a fuzzy word; more take long and find nothing of use. */
  queryEdits: 3,
  /** Words between the parts of `NEAR`, `BEFORE` and a loose phrase. */
  queryDistance: 1_000,
  /** What a part of a query may count for; far beyond, scores are no numbers any more. */
  queryBoost: 1_000_000,
  /** One search; past it the search worker is replaced. */
  searchTimeMs: 10_000,
  /** Terms, in all segments together, that a pattern may stand for and still count for the order of results. */
  searchScoredTerms: 30_000,
  /** The same for the beginning of a word that is being typed: the answer has to be there before the next key. */
  searchTypedTerms: 2_000,
  /** What answering one search may take by estimate (see search-costs.ts). Past it the answer is that it asks for too much. */
  searchWorkMs: 100,
  /** What explaining an answer may take besides. */
  searchExplainMs: 40,
  /** Old-generation heap of the search worker. Most of the index is outside of it, or on the disk. */
  searchHeapMb: 1_024,
  /** New objects of the search worker, as of an import's. */
  searchYoungHeapMb: 12,
  /** Making one segment of the index, or merging some; past it the worker is replaced, and the articles are tried in smaller groups. */
  indexTimeMs: 300_000,
  /** Old-generation heap of one index worker. */
  indexHeapMb: 1_536,
  /** New objects of one index worker. */
  indexYoungHeapMb: 24,
} as const;
