import type { VerifyReport } from '../../contract/library.ts';
import type { LibraryError } from '../../contract/errors.ts';
import type { ImportQueue } from '../import/import-queue.ts';
import type { GroupedPreparation } from '../import/prepare-in-groups.ts';
import type { Uploads } from '../import/uploads.ts';
import type { PageSaver } from '../save/page-saver.ts';
import type { SearchService } from '../search/search-service.ts';
import type { WatchedFolders } from '../watched/watched-folders.ts';
import type { ReadCalls } from '../workers/read-worker.ts';
import type { RestartingLink } from '../workers/restarting-link.ts';
import type { ImportReports } from './import-reports.ts';
import type { ImportsOnward } from './imports-onward.ts';
import type { LibraryWriter } from './library-writer.ts';

/** What the handlers work with: the steps of the library, already started by open-library. */
export interface LibraryParts {
  readonly reader: RestartingLink<ReadCalls>;
  readonly writer: LibraryWriter;
  readonly imports: ImportQueue;
  readonly reports: ImportReports;
  readonly onward: ImportsOnward;
  readonly uploads: Uploads;
  readonly saving: PageSaver;
  readonly watched: WatchedFolders;
  readonly search: SearchService;
  /** Where imported files are read, by whoever wants them read. */
  readonly preparation: GroupedPreparation;
  /** Takes an error that nobody expected to the log; returns the words for the user. */
  readonly describeUnexpected: (error: unknown, where: string) => LibraryError;
  readonly samplesFolder: string;
  /** What `library.about` answers. */
  readonly about: { version: string; folder: string };
  readonly verify: () => Promise<VerifyReport>;
}
