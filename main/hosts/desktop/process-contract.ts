import { z } from 'zod';
import { command, query, type Client, type Handlers } from '../../contract/define.ts';
import { ArticleId } from '../../contract/ids.ts';

/** What main asks of the library's process beside the library's own contract: what other hosts do by a function call. */
export const processContract = {
  /** The document of an article, one of its images, its imported file, its snapshot, by the path of the request as it stands there. */
  'process.serveArticle': query(
    z.object({ path: z.string(), from: z.number().int().min(0) }),
    z.object({
      status: z.union([z.literal(200), z.literal(404), z.literal(422)]),
      headers: z.record(z.string(), z.string()),
      body: z.union([z.string(), z.instanceof(Uint8Array<ArrayBuffer>)]),
      fileBytes: z.number().int().optional(),
    }),
  ),
  /** An article as a file to keep elsewhere. */
  'process.articleMarkdown': query(z.object({ id: ArticleId }), z.object({ title: z.string(), markdown: z.string() })),
  /** Lets imports end and closes the library; the process ends after its answer. */
  'process.close': command(z.object({}), z.object({})),
};

export type ProcessClient = Client<typeof processContract>;
export type ProcessHandlers = Handlers<typeof processContract>;

/** The first message of the library's process: whether the library is open, or why not. */
export const OpeningReport = z.discriminatedUnion('opened', [
  z.object({ opened: z.literal(true) }),
  z.object({ opened: z.literal(false), code: z.string(), message: z.string() }),
]);
export type OpeningReport = z.infer<typeof OpeningReport>;
