import { describe, expect, it } from 'vitest';
import { explainDownload } from './explain-download.js';

describe('why a download failed', () => {
  it.each([
    ['Error: getaddrinfo ENOTFOUND github.com', 'there is no network'],
    ['Error: getaddrinfo EAI_AGAIN github.com', 'there is no network'],
    ["Error: ENOSPC: no space left on device, write", 'the disk is full'],
    ["Error: EACCES: permission denied, mkdir '/usr/lib/node_modules/electron/dist'", 'a folder may not be written'],
    ['Error: unable to get local issuer certificate\n  code: UNABLE_TO_GET_ISSUER_CERT_LOCALLY', 'certificate is not trusted'],
    ['HTTPError: Response code 407 (Proxy Authentication Required) for https://github.com', 'the proxy asks for a name and a password'],
    ['HTTPError: Response code 503 (Service Unavailable)', 'the server has an error of its own'],
  ])('%s is told in words, and cheap enough to try again', (printed, words) => {
    expect(explainDownload(printed)).toEqual({ reason: expect.stringContaining(words), costly: false });
  });

  it.each([
    ['ConnectTimeoutError: Connect Timeout Error (attempted address: github.com:443)\n  code: UND_ERR_CONNECT_TIMEOUT', 'the server did not answer'],
    ['TypeError: terminated\n    at Fetch.onAborted', 'the connection broke off'],
    ['Error: Generated checksum for "electron.zip" did not match expected checksum.', 'its checksum is wrong'],
  ])('%s is told in words, and costs too much for every start', (printed, words) => {
    expect(explainDownload(printed)).toEqual({ reason: expect.stringContaining(words), costly: true });
  });

  it('quotes what it does not know', () => {
    expect(explainDownload('\nError: Quux 7\n    at quux.js:1').reason).toBe('Electron\'s installer gave up ("Error: Quux 7")');
    expect(explainDownload('').reason).toBe('Electron\'s installer gave up');
  });
});
