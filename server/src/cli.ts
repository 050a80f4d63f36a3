/** The command line: `article-format`. */
import module from 'node:module';

/** The version of the package, inserted by the build. */
declare const VERSION: string;

// From Node 22.1 on: Node keeps what it has compiled, in a place of its own, and the next call begins sooner.
if ('enableCompileCache' in module) (module.enableCompileCache as () => void)();

const isServer = process.argv[2] === 'lsp';
(isServer ? import('./cli/program/serverCall') : import('./cli/program/anyCall')).then(({ call }) => call(VERSION));
