/**
 * Why a desktop window cannot be shown here, whatever is installed: then nothing is downloaded for it.
 *
 * @param {{ platform: string, isRoot: boolean, env: NodeJS.ProcessEnv }} here
 * @returns {string | undefined} a part of a sentence, or undefined when a window may well be shown
 */
export function reasonForNoWindow({ platform, isRoot, env }) {
  // Most CI services set it to "true"; "0", "false" and nothing mean no.
  if (!['', '0', 'false'].includes(env['CI'] ?? '')) return 'nobody sees one on a CI machine';
  if (platform !== 'linux') return undefined;
  if (!env['DISPLAY'] && !env['WAYLAND_DISPLAY']) return 'this session has no screen (neither DISPLAY nor WAYLAND_DISPLAY is set)';
  // Electron's own switch for those who know what they do; this script never adds it.
  if (isRoot && !env['ELECTRON_DISABLE_SANDBOX']) return 'its sandbox does not work for root; start Carrel as an ordinary user for the window';
  return undefined;
}
