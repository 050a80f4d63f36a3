import { assert } from 'chai';
import type { CorpusFiles } from '../../../../server/src/lsp/corpus/files';
import { CorpusScan, type ScanSources } from '../../../../server/src/lsp/corpus/scan';

describe('the scan of the corpus', () => {
  it('reads nothing if it was stopped while its folders were being opened', async () => {
    let lists = 0;
    const folders = {
      files() {
        lists++;
        return [];
      },
    };
    const files = { folders, forgetSeen: () => {}, keep: () => {} } as unknown as CorpusFiles;
    const sources = { client: () => ({}), report: assert.fail } as unknown as ScanSources;
    const scan = new CorpusScan(sources, files, () => {});
    const open = async () => scan.stop();
    scan.start(open);
    await scan.ended();
    assert.deepEqual([lists, scan.isDue, scan.wasStopped], [0, false, true]);
    scan.start(async () => {});
    await scan.ended();
    assert.deepEqual([lists, scan.isDue, scan.wasStopped], [1, false, false]);
  });
});
