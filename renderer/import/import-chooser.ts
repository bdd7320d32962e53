import { importFiles } from './start-import.ts';

/** Opens the system's dialog for files or a folder, and imports what is chosen there. */
export function openImportChooser(what: 'files' | 'folder'): void {
  const field = document.createElement('input');
  field.type = 'file';
  field.multiple = true;
  field.webkitdirectory = what === 'folder';
  field.addEventListener('change', () => void importFiles([...(field.files ?? [])]));
  field.click();
}
