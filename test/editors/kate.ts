/** Starts Kate with the settings of docs/other-editors.md, without a display. No script can make it apply a fix. */
import { spawn } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { settingsOf } from './page';

/** How long Kate may take, in milliseconds. */
const PATIENCE = 60_000;

/** The code of the problem that the article has. */
const PROBLEM = '"misspelled-marker"';

/**
 * Opens an article, and waits until the server has reported its problem to Kate. False if it does not. `server` is the command that
 * starts the server; `home` is an empty folder.
 */
export async function isAnswered(server: string, home: string, content: string): Promise<boolean> {
  const written = (name: string, text: string, mode?: number) => {
    const file = path.join(home, name);
    fs.mkdirSync(path.dirname(file), { recursive: true });
    fs.writeFileSync(file, text, { mode });
    return file;
  };
  const answers = written('answers', '');
  const program = written('bin/article-format', `#!/bin/sh\n'${server}' "$@" | tee '${answers}'\n`, 0o755);
  written('data/org.kde.syntax-highlighting/syntax/article.xml', settingsOf('Kate takes'));
  written('config/kate/lspclient/settings.json', settingsOf('and this in *Settings > Configure Kate > LSP Client'));
  // The answer to the question whether Kate may start the server.
  const allowed = `[lspclient]\nAllowedServerCommandLines=${program} lsp --stdio\n`;
  written('config/katerc', `[Kate Plugins]\nlspclientplugin=true\n${allowed}`);
  const article = written('corpus/article_1986.txt', content);
  const kate = spawn('kate', ['--block', '--new', article], {
    stdio: 'ignore',
    env: {
      ...process.env,
      ...{ HOME: home, XDG_CONFIG_HOME: path.join(home, 'config'), XDG_DATA_HOME: path.join(home, 'data') },
      ...{ XDG_RUNTIME_DIR: home, QT_QPA_PLATFORM: 'offscreen' },
      PATH: `${path.dirname(program)}${path.delimiter}${process.env.PATH}`,
    },
  });
  const ended = new Promise((resolve) => kate.once('exit', resolve).once('error', resolve));
  const isReported = await new Promise<boolean>((resolve) => {
    const watcher = fs.watch(answers, () => {
      if (fs.readFileSync(answers, 'utf8').includes(PROBLEM)) done(true);
    });
    const late = setTimeout(() => done(false), PATIENCE);
    const done = (value: boolean) => {
      watcher.close();
      clearTimeout(late);
      resolve(value);
    };
    void ended.then(() => done(false));
  });
  kate.kill();
  await ended;
  return isReported;
}
