/** The folder that browsers save a page's parts in, in their languages: `Page_files`, `Page-Dateien`, `Page elemei`. */
const PAGE_FOLDER = new RegExp(
  String.raw`^(.+?)[_\-. ](?:files?|dateien|fichiers|archivos|bestanden|filer|arquivos|ficheiros|pliki|soubory|s[uú]bory|elemei|tiedostot|dosyalar|datoteke|fitxers|fitxategiak|failid|fails|bylos|fajlovi|fișiere|fisiere|файлы|файли|αρχεία|ファイル)$`,
  'iu',
);

const PAGE_ENDINGS = ['.html', '.htm', '.xhtml', '.xht', '.shtml', '.HTML', '.HTM'];

/** The names that a page can have whose parts lie in a folder of this name; none for other folders. */
export function pagesOfFolder(folderName: string): string[] {
  const stem = PAGE_FOLDER.exec(folderName)?.[1];
  return stem === undefined ? [] : PAGE_ENDINGS.map((ending) => `${stem}${ending}`);
}
