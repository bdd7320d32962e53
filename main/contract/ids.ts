import { z } from 'zod';

/** Stable for the life of an article. Opaque: nothing may be read out of it. */
export const ArticleId = z.string().regex(/^[A-Za-z0-9_-]{1,64}$/).brand<'ArticleId'>();
export type ArticleId = z.infer<typeof ArticleId>;

/** One import: from the moment it is asked for until its report is no longer needed. */
export const ImportId = z.string().regex(/^[A-Za-z0-9_-]{1,64}$/).brand<'ImportId'>();
export type ImportId = z.infer<typeof ImportId>;

/** A folder that is watched. Stable for as long as it is. */
export const WatchedFolderId = z.string().regex(/^[A-Za-z0-9_-]{1,64}$/).brand<'WatchedFolderId'>();
export type WatchedFolderId = z.infer<typeof WatchedFolderId>;

/** A saved search. Stable for its life. */
export const SmartId = z.string().regex(/^[A-Za-z0-9_-]{1,64}$/).brand<'SmartId'>();
export type SmartId = z.infer<typeof SmartId>;
