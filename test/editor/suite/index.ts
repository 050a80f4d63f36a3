/**
 * Runs the editor suite inside VS Code, in the Node and in the web worker extension host. Mocha's
 * browser build is used in both, because neither host can load Mocha from disk in every supported version.
 */
import 'mocha/mocha.js';
import Reporter from '../../reporter';
import { settings } from './editor';

/** Set by the bundler: the extension host that this bundle is for. */
declare const HOST: 'node' | 'web';

/** VS Code calls this and waits for it; a rejection makes the run fail. */
export function run(): Promise<void> {
  mocha.setup({ ui: 'bdd', reporter: Reporter as never, timeout: 60_000 });
  describe('host', () => {
    it('is the expected one', () => {
      const host = typeof importScripts === 'function' ? 'web' : 'node';
      if (host !== HOST) throw new Error(`This suite was meant for the ${HOST} host and runs in the ${host} host.`);
    });
  });
  // VS Code in the browser saves after a second, which would change the files that the next test needs.
  before(() => settings({ 'files.autoSave': 'off' }));
  require('./annotations.test');
  require('./commands.test');
  require('./completion.test');
  require('./diagnostics.test');
  require('./corpus.test');
  require('./corpusView.test');
  require('./overview.test');
  require('./outline.test');
  require('./detection.test');
  require('./defaults.test');
  require('./fieldsView.test');
  require('./fixes.test');
  require('./import.test');
  require('./navigation.test');
  require('./reading.test');
  require('./rulePages.test');
  require('./sampleCorpus.test');
  require('./semanticTokens.test');
  require('./withheld.test');
  if (HOST === 'node') require('./serverEnds.test');
  require('./wholeCorpus.test');
  require('./writing.test');
  return new Promise((resolve, reject) => {
    // Mocha's browser build reads the page's address; its base class does not.
    Mocha.prototype.run.call(mocha, (failures) =>
      failures === 0 ? resolve() : reject(new Error(`${failures} failed`)),
    );
  });
}

declare function importScripts(): void;
