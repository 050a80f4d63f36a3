/** The memory of our server when it has indexed a folder of articles, compared with an empty server. */
import { pathToFileURL } from 'node:url';
import { writeFiles } from '../corpora/files';
import type { Measurement } from '../measurement';
import { ARTICLE, EMPTY } from '../servers';
import { Session } from '../session';
import { inTemporaryFolder } from '../temporary';
import type { Extent, Suite } from './suite';

const MEGABYTE = 1_000_000;

export const corpusIndex: Suite = {
  name: 'corpusIndex',
  run: ({ articles, patience }: Extent) =>
    inTemporaryFolder(async function* (folder): AsyncGenerator<Measurement> {
      writeFiles(folder, 'article', articles);
      for (const server of [EMPTY, ARTICLE]) {
        const session = await Session.start(server, patience, pathToFileURL(folder).href);
        if (server === ARTICLE) await session.untilFolderIsChecked();
        const { memory } = session;
        await session.stop();
        const samples = memory === undefined ? [] : [memory / MEGABYTE];
        yield {
          what: `memory with a folder of ${articles.toLocaleString('en')} articles`,
          subject: server.name,
          bytes: 0,
          unit: 'MB',
          samples,
        };
      }
    }),
};
