import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { extractFile } from '@electron/asar';
import { FuseState, FuseV1Options, getCurrentFuseWire } from '@electron/fuses';
import { test as base, expect } from '@playwright/test';
import { parse } from 'yaml';
import { compareWithList } from '../scripts/dist/compare-package.js';
import { copyProject, packApp, removeProject } from './fixtures/pack-app.ts';
import { requireOfBuilder, type Platform } from './fixtures/stand-in-electron.ts';

// No package is made here that could be installed: that needs Electron itself and tools that are downloaded. What is shown
// is all that this project says about its packages, on the builder's own way up to there.
const test = base.extend<{ project: string }>({
  project: async ({}, use) => {
    const project = copyProject();
    await use(project);
    removeProject(project);
  },
});

const KINDS = ['txt', 'text', 'html', 'htm', 'xhtml', 'md', 'markdown', 'epub', 'pdf', 'mhtml', 'mht'];

const PLACES: Record<Platform, { program: string; archive: string }> = {
  linux: { program: 'dist/linux-unpacked/carrel-desktop', archive: 'dist/linux-unpacked/resources/app.asar' },
  win32: { program: 'dist/win-unpacked/Carrel.exe', archive: 'dist/win-unpacked/resources/app.asar' },
  darwin: { program: 'dist/mac/Carrel.app', archive: 'dist/mac/Carrel.app/Contents/Resources/app.asar' },
};

const PLATFORMS = ['linux', 'win32', 'darwin'] as const;

for (const platform of PLATFORMS) {
  test(`a package for ${platform} holds the listed files, and its fuses are set`, async ({ project }) => {
    expect(await packApp(project, platform)).toMatchObject({ status: 0 });
    const { program, archive } = PLACES[platform];
    expect(compareWithList(path.join(project, archive))).toEqual([]);
    expect(JSON.parse(extractFile(path.join(project, archive), 'package.json').toString())).toMatchObject({ main: 'build/desktop/main.js', type: 'module' });
    expect(await getCurrentFuseWire(path.join(project, program))).toMatchObject({
      [FuseV1Options.RunAsNode]: FuseState.DISABLE,
      [FuseV1Options.EnableCookieEncryption]: FuseState.ENABLE,
      [FuseV1Options.EnableNodeOptionsEnvironmentVariable]: FuseState.DISABLE,
      [FuseV1Options.EnableNodeCliInspectArguments]: FuseState.DISABLE,
      [FuseV1Options.EnableEmbeddedAsarIntegrityValidation]: FuseState.ENABLE,
      [FuseV1Options.OnlyLoadAppFromAsar]: FuseState.ENABLE,
      [FuseV1Options.GrantFileProtocolExtraPrivileges]: FuseState.DISABLE,
    });
  });
}

test('no package is made with a file that is not listed, or without one that is', async ({ project }) => {
  fs.writeFileSync(path.join(project, 'build/desktop/secret.ts'), 'export const secret = 1;\n');
  const planted = await packApp(project, 'linux');
  expect(planted.status).not.toBe(0);
  expect(planted.output).toContain('build/desktop/secret.ts is in the package, but not in the list.');
  fs.rmSync(path.join(project, 'build/desktop/secret.ts'));
  fs.rmSync(path.join(project, 'resources/samples/ada-quill.txt'));
  const robbed = await packApp(project, 'linux');
  expect(robbed.status).not.toBe(0);
  expect(robbed.output).toContain('resources/samples/ada-quill.txt is in the list, but not in the package.');
});

test('sources, maps and the command line stay out of a package', async ({ project }) => {
  for (const file of ['main/secret.ts', 'build/node/cli.js', 'build/desktop/main.js.map', 'resources/desktop/secret.txt', '.env']) {
    fs.mkdirSync(path.dirname(path.join(project, file)), { recursive: true });
    fs.writeFileSync(path.join(project, file), 'secret');
  }
  expect(await packApp(project, 'linux')).toMatchObject({ status: 0 });
});

test('the licences of all that is bundled go with it, and of nothing else', () => {
  const page = fs.readFileSync('build/licences.txt', 'utf8');
  const names = [...page.matchAll(/^=+\n(\S+) \S+\nLicence: /gm)].map(([, name]) => name);
  expect(names).toEqual(expect.arrayContaining(['react', 'lunr', 'zod', 'parse5', '@fontsource-variable/inter', '@fontsource-variable/source-serif-4']));
  for (const tool of ['vitest', '@playwright/test', 'electron-builder', 'typescript', 'oxlint']) expect(names).not.toContain(tool);
  expect(page.match(/SIL OPEN FONT LICENSE Version 1\.1/gi)?.length).toBeGreaterThanOrEqual(2);
  expect(page).toContain('Copyright (c) Meta Platforms');
});

test.describe('on Linux', () => {
  /** Stands in for the program that writes deb and rpm files: keeps what it is called with. */
  const FPM = `#!/usr/bin/env node
const fs = require('node:fs');
const path = require('node:path');
const args = process.argv.slice(2);
const folder = path.join(__dirname, args[args.indexOf('-t') + 1]);
fs.mkdirSync(folder);
fs.writeFileSync(path.join(folder, 'args.json'), JSON.stringify(args));
for (const [from, to] of args.filter((arg) => /^\\/.*=\\//.test(arg)).map((arg) => arg.split('='))) if (to.endsWith('.desktop')) fs.copyFileSync(from, path.join(folder, path.basename(to)));
fs.copyFileSync(args[args.indexOf('--after-install') + 1], path.join(folder, 'after-install'));
fs.writeFileSync(args[args.indexOf('--package') + 1], 'A package');
`;

  async function packWithFpm(project: string, arch: string) {
    const tools = path.join(project, `../tools-${arch}`);
    fs.mkdirSync(tools);
    fs.writeFileSync(path.join(tools, 'fpm'), FPM, { mode: 0o755 });
    const packed = await packApp(project, 'linux', ['deb', 'rpm', arch], { CUSTOM_FPM_PATH: path.join(tools, 'fpm') });
    const read = (name: string) => fs.readFileSync(path.join(tools, name), 'utf8');
    return { packed, tools, read, argsOf: (kind: string): string[] => JSON.parse(read(`${kind}/args.json`)) };
  }

  const after = (args: readonly string[], flag: string) => args.flatMap((arg, index) => (arg === flag ? [args[index + 1]] : []));

  test('deb and rpm are described, and put each file in its place', async ({ project }) => {
    const { packed, argsOf, read } = await packWithFpm(project, '--x64');
    expect(packed).toMatchObject({ status: 0 });
    const deb = argsOf('deb');
    expect(after(deb, '--architecture')).toEqual(['amd64']);
    expect(after(deb, '--name')).toEqual(['carrel-desktop']);
    expect(after(deb, '--license')).toEqual(['MIT']);
    expect(after(deb, '--maintainer')[0]).toMatch(/^Carrel maintainers </);
    expect(after(deb, '--description')[0]).toMatch(/^Desktop reader with a local library/);
    expect(after(deb, '-d')).toEqual(expect.arrayContaining(['libgtk-3-0', 'libnss3', 'libgbm1', 'libasound2']));
    const places = deb.filter((arg) => /^\/.*=\//.test(arg)).map((arg) => arg.slice(arg.indexOf('=') + 1));
    expect(places).toEqual([
      '/opt/Carrel',
      ...[16, 24, 32, 48, 64, 128, 256, 512].map((size) => `/usr/share/icons/hicolor/${size}x${size}/apps/carrel-desktop.png`),
      // No description of MIME types besides: whose names end in .txt is not this program's to say.
      '/usr/share/applications/org.carrel.Carrel.desktop',
    ]);
    // The builder's own script, which links the program and allows its sandbox; nothing in it sets a default program.
    expect(read('deb/after-install')).not.toMatch(/xdg-mime|xdg-settings|mimeapps|defaults\.list/);
    // Where Ubuntu lets only known programs make a sandbox, this one becomes known.
    expect(read('deb/after-install')).toContain("APPARMOR_PROFILE_TARGET='/etc/apparmor.d/carrel-desktop'");
    const rpm = argsOf('rpm');
    expect(after(rpm, '--architecture')).toEqual(['amd64']);
    expect(after(rpm, '--rpm-summary')).toEqual(['Desktop reader with a local library of articles']);
    expect(after(rpm, '-d')).toEqual(expect.arrayContaining(['gtk3', 'nss', '(mesa-libgbm or libgbm1)']));
  });

  test('the desktop file is valid, and names the kinds of file and the scheme', async ({ project }) => {
    const { packed, tools, read, argsOf } = await packWithFpm(project, '--arm64');
    expect(packed).toMatchObject({ status: 0 });
    expect(after(argsOf('deb'), '--architecture')).toEqual(['arm64']);
    expect(after(argsOf('rpm'), '--architecture')).toEqual(['aarch64']);
    const checked = spawnSync('desktop-file-validate', [path.join(tools, 'deb/org.carrel.Carrel.desktop')], { encoding: 'utf8' });
    expect(checked.error, 'desktop-file-validate is in the Debian package desktop-file-utils').toBeUndefined();
    expect(checked).toMatchObject({ status: 0, stdout: '' });
    const entry = Object.fromEntries(read('deb/org.carrel.Carrel.desktop').split('\n').slice(1).map((line) => [line.split('=')[0], line.slice(line.indexOf('=') + 1)]));
    expect(entry).toMatchObject({ Name: 'Carrel', Exec: '/opt/Carrel/carrel-desktop %U', Icon: 'carrel-desktop', StartupWMClass: 'org.carrel.Carrel', Terminal: 'false' });
    expect(entry['MimeType']?.split(';')).toEqual([
      'text/plain', 'text/html', 'application/xhtml+xml', 'text/markdown', 'application/epub+zip', 'application/pdf',
      'application/x-mimearchive', 'multipart/related', 'x-scheme-handler/carrel', '',
    ]);
  });
});

test.describe('as an AppImage', () => {
  /** Stands in for the program that writes the AppImage: keeps the files that it would hold. */
  const MKSQUASHFS = `#!/usr/bin/env node
const fs = require('node:fs');
const [stage, output] = process.argv.slice(2);
fs.cpSync(stage, __dirname + '/stage', { recursive: true });
fs.writeFileSync(output, Buffer.alloc(100));
`;

  async function packAppImage(project: string): Promise<string> {
    const tools = path.join(project, '../tools');
    for (const file of ['runtimes/runtime-x64', 'desktop-file-validate', 'lib/x64/libx.so']) {
      fs.mkdirSync(path.dirname(path.join(tools, file)), { recursive: true });
      fs.writeFileSync(path.join(tools, file), '#!/bin/sh\n', { mode: 0o755 });
    }
    fs.writeFileSync(path.join(tools, 'mksquashfs'), MKSQUASHFS, { mode: 0o755 });
    expect(await packApp(project, 'linux', ['AppImage', '--x64'], { APPIMAGE_TOOLS_PATH: tools })).toMatchObject({ status: 0 });
    return path.join(tools, 'stage');
  }

  test('it keeps the sandbox, or says why it does not start', async ({ project }) => {
    const stage = await packAppImage(project);
    const desktopFile = path.join(stage, 'org.carrel.Carrel.desktop');
    expect(fs.readFileSync(desktopFile, 'utf8')).toMatch(/^Exec=AppRun +%U$/m);
    expect(spawnSync('desktop-file-validate', [desktopFile], { encoding: 'utf8' })).toMatchObject({ status: 0, stdout: '' });
    fs.writeFileSync(path.join(stage, 'carrel-desktop'), '#!/bin/sh\necho started with "$@"\n', { mode: 0o755 });
    const bin = path.join(stage, '../bin');
    fs.mkdirSync(bin);
    const start = (unshare: string) => {
      // The system's answer to the question whether a sandbox may be made, and no program that would show a message.
      fs.writeFileSync(path.join(bin, 'unshare'), `#!/bin/sh\nexit ${unshare}\n`, { mode: 0o755 });
      for (const name of ['zenity', 'kdialog', 'xmessage']) fs.writeFileSync(path.join(bin, name), '#!/bin/sh\necho shown: "$@"\n', { mode: 0o755 });
      return spawnSync(path.join(stage, 'AppRun'), ['an article.txt'], { encoding: 'utf8', env: { PATH: `${bin}:/usr/bin:/bin` } });
    };
    expect(start('0')).toMatchObject({ status: 0, stdout: 'started with an article.txt\n' });
    const refused = start('1');
    expect(refused).toMatchObject({ status: 1, stdout: expect.stringMatching(/^shown: --error --text This system does not let/) });
    expect(refused.stderr).toContain('Install Carrel\'s deb package instead');
  });
});

test.describe('on Windows', () => {
  test('the program has our name, our icon and the archive\'s sum', async ({ project }) => {
    expect(await packApp(project, 'win32', ['--dir', '--arm64'])).toMatchObject({ status: 0 });
    const { NtExecutable, NtExecutableResource, Resource } = requireOfBuilder('resedit');
    const { entries } = NtExecutableResource.from(NtExecutable.from(fs.readFileSync(path.join(project, 'dist/win-arm64-unpacked/Carrel.exe'))));
    const [version] = Resource.VersionInfo.fromEntries(entries);
    expect(version.getStringValues({ lang: 0x0409, codepage: 1200 })).toMatchObject({ ProductName: 'Carrel', FileDescription: 'Carrel' });
    expect(Resource.IconGroupEntry.fromEntries(entries)[0].icons).toHaveLength(7);
    const integrity = entries.find(({ type }: { type: unknown }) => type === 'INTEGRITY');
    expect(JSON.parse(Buffer.from(integrity.bin).toString())).toMatchObject([{ file: 'resources\\app.asar', alg: 'SHA256' }]);
  });

  test('the installer offers Carrel for each kind of file and makes it the default of none', async ({ project }) => {
    const folder = path.dirname(project);
    const include = path.join(project, 'resources/desktop/installer.nsh');
    // What the builder's own script defines before it calls the two macros.
    fs.writeFileSync(
      path.join(folder, 'installer.nsi'),
      `Unicode true\nName Carrel\nOutFile "${folder}/carrel-installer.exe"\nInstallDir "$PROFILE"\nRequestExecutionLevel user\nVar appExe
!define APP_EXECUTABLE_FILENAME "Carrel.exe"\n!define PRODUCT_NAME "Carrel"\n!include "${include}"
Section\nStrCpy $appExe "$INSTDIR\\Carrel.exe"\n!insertmacro customInstall\nWriteUninstaller "$INSTDIR\\u.exe"\nSectionEnd
Section Uninstall\n!insertmacro customUnInstall\nSectionEnd\n`,
    );
    const made = spawnSync('makensis', ['-WX', '-V4', path.join(folder, 'installer.nsi')], { encoding: 'utf8' });
    expect(made.error, 'makensis is in the Debian package nsis').toBeUndefined();
    expect(made).toMatchObject({ status: 0 });
    const written = made.stdout.split('\n').filter((line) => /^(?:WriteReg|DeleteReg)/.test(line));
    for (const kind of KINDS) {
      expect(written.filter((line) => line.includes(`Software\\Classes\\.${kind}\\`)).map((line) => line.split(':')[0])).toEqual(['WriteRegNone', 'DeleteRegValue']);
    }
    // An extension's own key holds its default program.
    expect(written.filter((line) => /Software\\Classes\\\.\w+(?!\w|\\OpenWithProgids)/.test(line))).toEqual([]);
    expect(written.join('\n')).toContain('Software\\Classes\\carrel\\shell\\open\\command');
    expect(fs.existsSync(path.join(folder, 'carrel-installer.exe'))).toBe(true);
  });
});

test('on macOS the property list offers Carrel as an alternative, and names the scheme', async ({ project }) => {
  expect(await packApp(project, 'darwin', ['--dir', '--arm64'])).toMatchObject({ status: 0 });
  const plist = requireOfBuilder('plist');
  const contents = path.join(project, 'dist/mac-arm64/Carrel.app/Contents');
  const info = plist.parse(fs.readFileSync(path.join(contents, 'Info.plist'), 'utf8'));
  expect(info).toMatchObject({
    CFBundleIdentifier: 'org.carrel.Carrel',
    LSApplicationCategoryType: 'public.app-category.reference',
    CFBundleURLTypes: [{ CFBundleURLSchemes: ['carrel'], CFBundleTypeRole: 'Viewer' }],
    ElectronAsarIntegrity: { 'Resources/app.asar': { algorithm: 'SHA256' } },
  });
  const types: { CFBundleTypeExtensions: string[]; CFBundleTypeRole: string; LSHandlerRank: string }[] = info.CFBundleDocumentTypes;
  expect(types.flatMap(({ CFBundleTypeExtensions }) => CFBundleTypeExtensions)).toEqual(KINDS);
  expect(new Set(types.map(({ CFBundleTypeRole, LSHandlerRank }) => `${CFBundleTypeRole} ${LSHandlerRank}`))).toEqual(new Set(['Viewer Alternate']));
  expect(fs.readFileSync(path.join(contents, 'Resources/icon.icns'))).toEqual(fs.readFileSync(path.join(project, 'resources/icons/carrel.icns')));
  expect(plist.parse(fs.readFileSync(path.join(project, 'resources/desktop/entitlements.mac.plist'), 'utf8'))).toEqual({ 'com.apple.security.cs.allow-jit': true });
});

test('every system has its packages for both processors, for a user without an administrator, and none is published', () => {
  const config = parse(fs.readFileSync('electron-builder.yml', 'utf8'));
  const both = (...targets: string[]) => targets.map((target) => ({ target, arch: ['x64', 'arm64'] }));
  expect(config).toMatchObject({
    publish: null,
    linux: { target: both('AppImage', 'deb', 'rpm') },
    win: { target: both('nsis', 'portable') },
    mac: { target: both('dmg', 'zip'), hardenedRuntime: true },
    nsis: { oneClick: true, perMachine: false, deleteAppDataOnUninstall: false },
  });
});
