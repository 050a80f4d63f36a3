/**
 * Cold start: from the start of the process to the answer to `initialize`, and to the first verdict on a document. A server may load what it
 * needs for a verdict after that answer.
 */
import { corpus } from '../corpora/corpus';
import { type Measurement, timed } from '../measurement';
import { ALL, type Server, WITH_DOCUMENTS } from '../servers';
import { Session } from '../session';
import type { Extent, Suite } from './suite';

/** Bytes of the document. */
const DOCUMENT = 25_000;

export const start: Suite = {
  name: 'start',
  async *run({ starts, patience }: Extent): AsyncGenerator<Measurement> {
    const samples = new Map<Server, number[]>(ALL.map((server) => [server, []]));
    const verdicts = new Map<Server, number[]>(WITH_DOCUMENTS.map((server) => [server, []]));
    // In turns, so that other work on the machine affects all servers equally.
    for (let round = 0; round < starts * 3; round++) {
      for (const [server, times] of samples) {
        let session: Session | undefined;
        const start = await timed(async () => {
          session = await Session.start(server, patience);
        });
        times.push(start);
        if (verdicts.has(server)) {
          const opened = await timed(() => session?.open(corpus(server.language, DOCUMENT)));
          verdicts.get(server)?.push(start + opened);
        }
        await session?.stop();
      }
    }
    for (const [{ name }, times] of samples) {
      yield { what: 'cold start', subject: name, bytes: 0, unit: 'ms', samples: times };
    }
    for (const [{ name }, times] of verdicts) {
      yield { what: 'cold start → first verdict', subject: name, bytes: DOCUMENT, unit: 'ms', samples: times };
    }
  },
};
