import type { ArticleSort } from '../../main/contract/articles.ts';
import { formatNumber } from './format.ts';
import { importWords } from './import-words.ts';
import type { MissingParts } from '../reading/list-missing.ts';
import { articles, partsOf, plural } from './plural.ts';
import { searchBoxWords } from './search-box-words.ts';
import { smartWords } from './smart-words.ts';
import { searchWords } from './search-words.ts';
import type { CommandGroup } from '../../main/contract/commands.ts';
import type { ReadingFace, Theme } from '../../main/contract/settings.ts';

/** `Marked as read` of one article, `12 articles marked as read` of several. */
const counted = (one: string, many: string) => (count: number) => (count === 1 ? one : `${articles(count)} ${many}`);

const sortNames: Record<ArticleSort, string> = { added: 'Date added', published: 'Date published', title: 'Title' };
const themeNames: Record<Theme, string> = { system: 'Follow the system', light: 'Light', sepia: 'Sepia', dark: 'Dark', contrast: 'High contrast' };
const faceNames: Record<ReadingFace, string> = { serif: 'Serif', sans: 'Sans serif', legible: 'Extra legible', dyslexic: 'For dyslexic readers' };
const keyNames: Readonly<Record<string, string>> = { ArrowDown: '↓', ArrowUp: '↑', Escape: 'Esc' };
const commandGroups: Record<CommandGroup, string> = {
  go: 'Go',
  article: 'Article',
  selection: 'Selection',
  import: 'Import',
  view: 'View',
  edit: 'Edit',
  help: 'Help',
};

/** Every word of the window stands here and in the other *-words.ts beside this file, so that it can be translated. */
export const words = {
  appName: 'Carrel',
  articles,
  minutes: (count: number) => `${formatNumber(count)} min`,
  readingTime: (count: number) => `${formatNumber(count)} min read`,
  retry: 'Retry',
  close: 'Close',
  cancel: 'Cancel',
  undo: 'Undo',
  reload: 'Reload the window',
  reference: (reference: string) => `Reference: ${reference}`,

  navigation: {
    label: 'Library',
    skip: 'Skip to the articles',
    skipToReader: 'Skip to the reader',
    all: 'All',
    unread: 'Unread',
    favourites: 'Favourites',
    archive: 'Archive',
    unfetched: 'To fetch',
    trash: 'Trash',
    import: 'Import',
    running: (count: number) => `${formatNumber(count)} running`,
    settings: 'Settings',
    commands: 'All commands',
    shortcuts: 'Keyboard shortcuts',
    show: 'Show navigation',
    hide: 'Hide navigation',
    drawer: 'Navigation',
    sections: { smart: smartWords.section, collections: 'Collections', tags: 'Tags', sites: 'Sources' },
    showAll: (count: number) => `Show all ${formatNumber(count)}`,
    showFewer: 'Show fewer',
    find: { collections: 'Find a collection', tags: 'Find a tag', sites: 'Find a source' },
    noneFound: 'None has that in its name.',
    notAllShown: (shown: number, all: number) => `${formatNumber(shown)} of ${formatNumber(all)} shown. Type a part of a name to find the others.`,
    within: (name: string) => `Collections in ${name}`,
  },

  list: {
    headings: { all: 'All articles', unread: 'Unread', favourites: 'Favourites', archive: 'Archive', unfetched: 'To fetch', trash: 'Trash', search: 'Search results' },
    label: 'Articles',
    pane: 'Article list',
    sort: 'Sort by',
    sortNames,
    unread: 'Unread',
    favourite: 'Favourite',
    archived: 'Archived',
    loading: 'Loading…',
    emptyUnreadTitle: 'Everything is read',
    emptyUnread: 'New articles appear here until you have read them.',
    emptyTrashTitle: 'The trash is empty',
    emptyTrash: 'Articles that you remove wait here until you delete them for good.',
    emptyFavouritesTitle: 'No favourites yet',
    emptyFavourites: 'Press f on an article, or its star, and you will find it here.',
    emptyArchiveTitle: 'Nothing is archived',
    emptyArchive: 'Articles that you are done with and want to keep can be put away here: press e. They can still be found.',
    emptyUnfetchedTitle: 'No page is to be fetched',
    emptyUnfetched: 'Addresses that you keep for later wait here until you fetch their pages.',
    emptyLabelTitle: 'No articles here any more',
    emptyLabel: (name: string) => `Nothing in the library belongs to “${name}” now.`,
    toAll: 'Show all articles',
    emptyAllTitle: 'No articles here',
    emptyAll: 'All your articles are in the trash. Import some more, or restore them.',
    toTrash: 'Open the trash',
  },

  selection: {
    bar: 'Selected articles',
    selected: (count: number) => `${formatNumber(count)} selected`,
    clear: 'Clear the selection',
    all: (count: number) => `Select all ${formatNumber(count)}`,
    tags: 'Edit tags',
    collections: 'Edit collections',
    working: (count: number) => `Working on ${articles(count)}`,
    menu: 'What to do with it',
    open: 'Open',
    copyLink: 'Copy the link',
    unchanged: 'Nothing to change: it was so already',
    takenBack: (count: number) => (count === 1 ? 'Taken back' : `Taken back for ${articles(count)}`),
    failedToSelect: 'The rest of the list could not be selected. Try again.',
    marked: {
      read: { on: counted('Marked as read', 'marked as read'), off: counted('Marked as unread', 'marked as unread') },
      favourite: { on: counted('Added to favourites', 'added to favourites'), off: counted('Removed from favourites', 'removed from favourites') },
      archived: { on: counted('Moved to the archive', 'moved to the archive'), off: counted('Taken out of the archive', 'taken out of the archive') },
    },
    labelled: {
      tag: (name: string, on: boolean, count: number) => (on ? `${articles(count)} tagged “${name}”` : `Tag “${name}” taken off ${articles(count)}`),
      collection: (name: string, on: boolean, count: number) => (on ? `${articles(count)} put into “${name}”` : `${articles(count)} taken out of “${name}”`),
    },
  },

  labels: {
    title: { tag: (of: string) => `Tags of ${of}`, collection: (of: string) => `Collections of ${of}` },
    quoted: (title: string) => `“${title}”`,
    field: { tag: 'Find or create a tag', collection: 'Find or create a collection' },
    hint: { tag: 'Enter adds it.', collection: 'Enter adds it. A slash makes one in another: Ukraine/Kharkiv' },
    add: 'Add',
    list: { tag: 'Tags of the library', collection: 'Collections of the library' },
    has: { tag: 'Tags', collection: 'Collections' },
    none: { tag: 'No tags yet.', collection: 'In no collection yet.' },
    some: (count: number, all: number) => `${formatNumber(count)} of ${formatNumber(all)}`,
    giveAll: (name: string) => `Give “${name}” to all`,
    remove: (name: string) => `Remove “${name}”`,
    create: (name: string) => `Create “${name}”`,
    failed: 'What they have could not be read. Close this and try again.',
    edit: 'Edit tags',
    ofArticle: 'Tags and collections',
    done: 'Done',
  },

  search: searchWords,
  searchBox: searchBoxWords,

  reader: {
    label: 'Reader',
    page: 'Open article',
    toolbar: 'Article',
    nothingOpenTitle: 'Nothing open',
    nothingOpen: 'Choose an article from the list. Press ? for the keyboard shortcuts.',
    bodyTitle: (title: string) => `Text of “${title}”`,
    back: 'Back to the list',
    next: 'Next article',
    previous: 'Previous article',
    markRead: 'Mark as read',
    markUnread: 'Mark as unread',
    favourite: 'Add to favourites',
    unfavourite: 'Remove from favourites',
    archive: 'Move to the archive',
    unarchive: 'Take out of the archive',
    trash: 'Move to trash',
    restore: 'Restore',
    purge: 'Delete for good',
    inTrash: 'This article is in the trash.',
    original: 'Original page',
    openOriginal: 'Open the original page in a new tab',
    copyAddress: 'Copy the address',
    copied: 'Address copied',
    copyFailed: 'It could not be copied',
    linkCopied: 'Link to the article copied',
    contents: 'Contents',
    appearance: 'Appearance',
    more: 'More',
    missing: (missing: MissingParts) => `Not kept with it: ${partsOf(missing)}`,
    related: (count: number) => `Related links (${formatNumber(count)})`,
    loading: 'Opening the article…',
    frameFailedTitle: 'The text could not be shown',
    frameFailed: 'The library did not deliver the article’s text. The article itself is safe.',
    openedLink: 'Links open in a new tab',
  },

  removal: {
    trashed: (count: number) => (count === 1 ? 'Moved to trash' : `${articles(count)} moved to trash`),
    restored: (count: number) => (count === 1 ? 'Restored to the library' : `${articles(count)} restored to the library`),
    purged: (count: number) => (count === 1 ? 'Deleted for good' : `${articles(count)} deleted for good`),
    askTitle: (count: number) => (count === 1 ? 'Delete this article for good?' : `Delete ${articles(count)} for good?`),
    ask: (title: string) => `“${title}” will be deleted from the library and its journal. There is no way back.`,
    askMany: (count: number) => `${articles(count)} will be deleted from the library and its journal. There is no way back.`,
    confirm: 'Delete for good',
    keep: (count: number) => (count === 1 ? 'Keep it' : 'Keep them'),
  },

  import: importWords,

  firstRun: {
    title: 'Welcome to Carrel',
    intro: 'A quiet desk for the articles you want to keep. They stay on your own disk, readable with no network, for ever.',
    drop: 'Drop article files, whole folders or links anywhere on this window, paste the address of a page, or begin here:',
  },

  connection: {
    notices: {
      ended: {
        title: 'This window’s session has ended',
        text: 'Carrel was started again since. Your articles are safe. Open the address that Carrel printed in the terminal.',
      },
      silent: {
        title: 'Carrel’s library is not answering',
        text: 'Your articles are safe on your disk. Start Carrel again, or choose Retry.',
      },
      restarting: {
        title: 'The library stopped unexpectedly and is being started again',
        text: 'What was imported is safe. An import that was running has to be started again.',
      },
      stopped: {
        title: 'The library is not running',
        text: 'Your articles are safe on your disk. Choose in the message that Carrel shows, or start Carrel again.',
      },
    },
  },

  broken: {
    title: 'This part of the window has failed',
    hint: 'The rest goes on working, and your articles are safe.',
    again: 'Show it again',
  },

  shortcuts: {
    title: 'Keyboard shortcuts',
    note: 'Every command is also in the list of all commands. Letters alone can be switched off in the settings.',
  },
  /** Keys whose name is not what stands on them. */
  keyNames,
  commandGroups,

  palette: {
    title: 'All commands',
    label: 'Find a command',
    list: 'Commands',
    placeholder: 'Type what you want to do',
    nothing: 'No command is called that.',
    nothingToDo: (title: string) => `“${title.replace('…', '')}” has nothing to act on here.`,
  },

  settings: {
    heading: 'Settings',
    appearance: 'Appearance',
    theme: 'Theme',
    themeNames,
    face: 'Typeface of articles',
    faceNames,
    textSize: 'Text size',
    percent: (value: number) => `${formatNumber(value)} %`,
    lineHeight: 'Line spacing',
    lineLength: 'Line length',
    characters: (value: number) => `about ${formatNumber(value)} characters`,
    usualType: 'Back to the usual type',
    sample: 'The ferry left at six with eleven passengers, a crate of plums and the only barometer on the island. By the time the harbour light came on, nobody on board was looking at the land any more.',
    keyboard: 'Keyboard',
    letterKeys: 'Letters alone are commands',
    letterKeysHint: 'Such as j for the next article. Switch this off if you speak to your computer or often press keys by accident; keys with Ctrl or Cmd stay.',
    importing: 'Import',
    library: 'Library',
    folder: 'Folder',
    articles: 'Articles',
    wordsInAll: 'Words in all',
    published: 'Published',
    fromTo: (first: string, last: string) => `${first} to ${last}`,
    unknown: 'not known',
    size: 'Size on disk',
    version: 'Version of Carrel',
    check: 'Check the library',
    checking: 'Checking…',
    checkHint: 'Reads every article, file and record and holds them against each other. You can go on working.',
    sound: (count: number) => `All is well: ${articles(count)} checked, nothing is missing or damaged.`,
    problems: (count: number) => `${plural(count, 'problem', 'problems')} found. Close Carrel and run “carrel verify --repair” to mend what can be mended.`,
  },

  notifications: 'Messages',
  dismiss: 'Dismiss this message',
} as const;
