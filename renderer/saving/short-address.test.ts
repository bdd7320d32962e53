import { describe, expect, it } from 'vitest';
import { hostOf, isPageAddress, shortAddress } from './short-address.ts';

describe('shortAddress', () => {
  it('leaves out what every address has', () => {
    expect(shortAddress('https://example.org/')).toBe('example.org');
    expect(shortAddress('http://localhost:8080/a/b?c=d#e')).toBe('localhost:8080/a/b?c=d');
  });

  it('writes letters as they are read, and nothing that turns the line around', () => {
    expect(shortAddress('https://uk.example.org/wiki/%D0%A5%D0%B0%D1%80%D0%BA%D1%96%D0%B2')).toBe('uk.example.org/wiki/Харків');
    expect(shortAddress('https://example.org/%E2%80%AEgnp')).toBe('example.org/%E2%80%AEgnp');
    expect(shortAddress('https://example.org/%FF')).toBe('example.org/%FF');
  });

  it('cuts long ones, and leaves what is no address', () => {
    expect(shortAddress(`https://example.org/${'a'.repeat(200)}`)).toHaveLength(80);
    expect(shortAddress('articles/one.html')).toBe('articles/one.html');
  });
});

describe('isPageAddress', () => {
  it('tells pages of the web from files', () => {
    expect(['https://example.org/a', 'C:\\pages\\a.html', '/pages/a.html', 'file:///a'].map(isPageAddress)).toEqual([true, false, false, false]);
  });
});

describe('hostOf', () => {
  it('names the port where it is not the usual one', () => {
    expect(['http://localhost:8080/a', 'https://Example.org/a', 'nothing'].map(hostOf)).toEqual(['localhost:8080', 'example.org', null]);
  });
});
