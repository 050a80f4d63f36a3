/**
 * What typing costs while the server checks a folder of many files and of one large file, and beside a large document, compared
 * with a server at rest.
 */
import path from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import { corpus, edits } from '../corpora/corpus';
import { writeFile, writeFiles } from '../corpora/files';
import { type Record, records } from '../corpora/records';
import { type Measurement, timed } from '../measurement';
import { ARTICLE } from '../servers';
import { Session } from '../session';
import { inTemporaryFolder } from '../temporary';
import type { Extent, Suite } from './suite';

const FILES = 4000;
const SIZE = 40_000_000;

/** The document in which somebody types, in bytes. */
const DOCUMENT = 25_000;

/** Between a verdict and the next edit, in milliseconds: without it, background work would never have its turn. */
const REST = 30;

/** Edits before those that count. */
const WARM_UP = 20;

export const busy: Suite = {
  name: 'busy',
  run: ({ starts, edits: count, patience }: Extent) =>
    inTemporaryFolder(async function* (folder): AsyncGenerator<Measurement> {
      writeFiles(folder, 'article', FILES);
      writeFile(path.join(folder, 'large.txt'), 'article', SIZE, others);
      const document = corpus('article', DOCUMENT);
      const large = corpus('article', SIZE);
      const samples = {
        'while a folder is checked': [] as number[],
        'at rest': [] as number[],
        'while a file of 40 MB is opened': [] as number[],
        'with a file of 40 MB open': [] as number[],
      };
      for (let round = 0; round < starts; round++) {
        const session = await Session.start(ARTICLE, patience, pathToFileURL(folder).href);
        await session.open(document);
        const typed = edits(document);
        const type = async (times: number[]) => {
          times.push(await timed(() => session.edit(typed.next().value)));
          await setTimeout(REST);
        };
        for (let done = 0; done < WARM_UP; done++) await type([]);
        const typeUntil = async (end: Promise<void>, times: number[]) => {
          let isOver = false;
          const over = end.then(() => {
            isOver = true;
          });
          while (!isOver) await type(times);
          await over;
        };
        await typeUntil(session.untilFolderIsChecked(), samples['while a folder is checked']);
        for (let done = 0; done < count / starts; done++) await type(samples['at rest']);
        await typeUntil(session.openBeside(large), samples['while a file of 40 MB is opened']);
        for (let done = 0; done < count / starts; done++) await type(samples['with a file of 40 MB open']);
        await session.stop();
      }
      for (const [when, times] of Object.entries(samples)) {
        yield { what: `edit → verdict ${when}`, subject: 'article', bytes: DOCUMENT, unit: 'ms', samples: times };
      }
    }),
};

/** Other articles than those of the files. */
function* others(seed: number): Generator<Record> {
  for (const record of records(seed + 1)) yield { ...record, number: String(Number(record.number) + FILES) };
}
