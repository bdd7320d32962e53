import { afterEach, expect, it, vi } from 'vitest';
import { LibraryError } from '../../../contract/errors.ts';
import { Printer } from './printer.ts';

afterEach(() => void vi.restoreAllMocks());

it('nothing that is shown commands the terminal, or turns its lines around', () => {
  const written: string[] = [];
  for (const stream of [process.stdout, process.stderr]) vi.spyOn(stream, 'write').mockImplementation((text) => written.push(String(text)) > 0);
  const printer = new Printer({ json: false, quiet: false });
  const title = 'A\u001b[31m\t\u202egnp\u2066.\u2069exe\u200f\n';
  printer.result({}, () => title);
  printer.note(title);
  printer.error(new LibraryError('not-found', title));
  const shown = 'A\ufffd[31m\tgnp.exe\u200f\n\n';
  expect(written).toEqual([shown, shown, `carrel: ${shown}`]);
});
