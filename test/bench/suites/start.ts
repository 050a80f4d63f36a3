/** Cold start: from the start of the process to the answer to `initialize`. */
import { type Measurement, timed } from '../measurement';
import { ALL, type Server } from '../servers';
import { Session } from '../session';
import type { Extent, Suite } from './suite';

export const start: Suite = {
  name: 'start',
  async *run({ starts, patience }: Extent): AsyncGenerator<Measurement> {
    const samples = new Map<Server, number[]>(ALL.map((server) => [server, []]));
    // In turns, so that other work on the machine affects all servers equally.
    for (let round = 0; round < starts * 3; round++) {
      for (const [server, times] of samples) {
        let session: Session | undefined;
        times.push(
          await timed(async () => {
            session = await Session.start(server, patience);
          }),
        );
        await session?.stop();
      }
    }
    for (const [{ name }, times] of samples) {
      yield { what: 'cold start', subject: name, bytes: 0, unit: 'ms', samples: times };
    }
  },
};
