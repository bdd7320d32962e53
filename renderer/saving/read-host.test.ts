import { describe, expect, it } from 'vitest';
import { readHost } from './read-host.ts';

describe('readHost', () => {
  it('takes names and numbers, with a port or without', () => {
    expect(['intranet.example', ' LocalHost:8080 ', '192.168.1.10', 'localhost:80', '[::1]:8080', '[fd00::1]', 'bücher.example'].map(readHost)).toEqual([
      'intranet.example',
      'localhost:8080',
      '192.168.1.10',
      'localhost:80',
      '[::1]:8080',
      '[fd00::1]',
      'xn--bcher-kva.example',
    ]);
  });

  it('takes the host out of an address', () => {
    expect(['http://intranet.example/wiki/Start?a=b', 'https://intranet.example:8443'].map(readHost)).toEqual(['intranet.example', 'intranet.example:8443']);
  });

  it('refuses what is no host', () => {
    expect(['', '  ', 'two words', '*', '*.example', 'user@host', 'host:0', 'host:99999', 'host:http', '::1', 'host/path'].map(readHost)).toEqual(Array.from({ length: 11 }, () => null));
  });
});
