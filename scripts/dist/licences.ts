import fs from 'node:fs';
import path from 'node:path';

/** Licences that ask for no more than to be passed on with the program. Anything else is a decision that a person makes. */
const PERMISSIVE = new Set(['MIT', 'MIT-0', 'ISC', '0BSD', 'BSD-2-Clause', 'BSD-3-Clause', 'Apache-2.0', 'BlueOak-1.0.0', 'CC0-1.0', 'Unlicense', 'Zlib', 'Python-2.0', 'OFL-1.1']);

/** Texts that name no author, so that they are right for every package that forgot them. */
const TEXTS = new Map([['Unlicense', path.join(import.meta.dirname, 'unlicense.txt')]]);

const TEXT_FILE = /^(?:licen[cs]e|copying|ofl|notice)(?:[-.].*)?$/i;

export interface PackageLicence {
  readonly name: string;
  readonly version: string;
  /** As SPDX names it, or an expression of such names. */
  readonly licence: string;
  readonly text: string;
}

/** Whether an SPDX expression leaves a choice that is permissive. Brackets of brackets do not occur and are refused. */
export function isPermissive(expression: string): boolean {
  const plain = expression.replace(/^\(([^()]*)\)$/, '$1');
  return plain.split(/ OR /i).some((choice) => choice.split(/ AND /i).every((name) => PERMISSIVE.has(name.trim())));
}

/**
 * Reads what a package says about its licence.
 *
 * @param folder the package's own, under node_modules
 * @throws Error when it has no text that could be passed on, or one that is not permissive
 */
export function readLicence(folder: string): PackageLicence {
  const { name, version, license } = JSON.parse(fs.readFileSync(path.join(folder, 'package.json'), 'utf8'));
  const licence = typeof license === 'string' ? license : 'none';
  if (!isPermissive(licence)) throw new Error(`${name} ${version} would be shipped under the licence "${licence}", which is not on the list of permissive ones in scripts/dist/licences.ts.`);
  const files = fs.readdirSync(folder).filter((file) => TEXT_FILE.test(file)).sort().map((file) => path.join(folder, file));
  const standard = TEXTS.get(licence);
  if (files.length === 0 && standard !== undefined) files.push(standard);
  const text = files.length === 0 ? readmeLicence(folder) : files.map((file) => fs.readFileSync(file, 'utf8').replaceAll('\r\n', '\n').trim()).join('\n\n');
  if (text === '') throw new Error(`${name} ${version} would be shipped, but its package holds no text of its licence (${licence}).`);
  return { name, version, licence, text };
}

/** Small packages have the whole text in their README: the part under its heading. Empty where that names nobody who holds the rights. */
function readmeLicence(folder: string): string {
  const readme = fs.readdirSync(folder).find((file) => /^readme(?:\.(?:md|markdown|txt))?$/i.test(file));
  if (readme === undefined) return '';
  const [, text = ''] = /^#+\s*licen[cs]e\b[^\n]*\n(.*)$/ims.exec(fs.readFileSync(path.join(folder, readme), 'utf8').replaceAll('\r\n', '\n')) ?? [];
  return /copyright/i.test(text) && /permission is hereby granted/i.test(text) ? text.trim() : '';
}

/** The page that goes with the program. */
export function licencePage(packages: readonly PackageLicence[]): string {
  const parts = packages.map(({ name, version, licence, text }) => `${'='.repeat(80)}\n${name} ${version}\nLicence: ${licence}\n${'='.repeat(80)}\n\n${text}\n`);
  return `Carrel holds code and faces of these packages, under their own licences.\n\n${parts.join('\n')}`;
}
