/**
 * @typedef {object} DownloadFailure
 * @property {string} reason a part of a sentence, in words of the user
 * @property {boolean} costly whether finding out took long or much data, so that not every start shall do it again
 */

/** @type {readonly { sign: RegExp, reason: string, costly: boolean }[]} What the installer prints, and what it means; the first that fits. */
const SIGNS = [
  { sign: /checksum/i, reason: 'what arrived is not what Electron published (its checksum is wrong), so it was thrown away', costly: true },
  { sign: /ENOSPC/, reason: 'the disk is full', costly: false },
  { sign: /EACCES|EPERM|EROFS/, reason: 'a folder may not be written (node_modules/electron, or the folder for temporary files)', costly: false },
  { sign: /ENOENT.*mkdtemp/, reason: 'there is no folder for temporary files (TMPDIR names one that does not exist)', costly: false },
  { sign: /Response code 407|Proxy Authentication/i, reason: 'the proxy asks for a name and a password', costly: false },
  { sign: /Response code 5\d\d/, reason: 'the server has an error of its own at the moment', costly: false },
  { sign: /Response code 4\d\d/, reason: 'the server does not have it, or does not give it', costly: false },
  { sign: /ENOTFOUND|EAI_AGAIN/, reason: 'there is no network, or the server\'s name is not known in it', costly: false },
  { sign: /ECONNREFUSED/, reason: 'no connection to the server was possible (no network, or a firewall or a proxy in between)', costly: false },
  { sign: /ENETUNREACH|EHOSTUNREACH|ENETDOWN/, reason: 'there is no network', costly: false },
  { sign: /CERT_|_CERT|SELF_SIGNED|certificate/i, reason: 'the server\'s certificate is not trusted here (often a company\'s proxy)', costly: false },
  { sign: /ETIMEDOUT|TIMEOUT/, reason: 'the server did not answer', costly: true },
  { sign: /ECONNRESET|EPIPE|UND_ERR_SOCKET|terminated|other side closed/i, reason: 'the connection broke off', costly: true },
  { sign: /zip|end of central directory|extract/i, reason: 'what arrived could not be unpacked', costly: true },
];

/**
 * @param {string} printed what Electron's installer said before it gave up
 * @returns {DownloadFailure}
 */
export function explainDownload(printed) {
  const found = SIGNS.find(({ sign }) => sign.test(printed));
  if (found) return { reason: found.reason, costly: found.costly };
  const firstLine = printed.split('\n').find((line) => line.trim() !== '');
  return { reason: `Electron's installer gave up${firstLine === undefined ? '' : ` ("${firstLine.trim().slice(0, 200)}")`}`, costly: true };
}
