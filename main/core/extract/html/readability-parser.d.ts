/** What comes with Readability for workers, and without types. */
declare module '@mozilla/readability/JSDOMParser.js' {
  export default class JSDOMParser {
    /** @param markup well-formed; @param url what relative addresses relate to */
    parse(markup: string, url?: string): Document;
  }
}
