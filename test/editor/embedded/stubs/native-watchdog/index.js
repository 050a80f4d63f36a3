/**
 * Stand-in for @vscode/native-watchdog (a compiled module): ends this process when its parent is gone.
 * The native one watches from a thread; here a timer looks every three seconds.
 */
const LOOK_EVERY_MS = 3000;

exports.start = (parent) => {
  setInterval(() => {
    try {
      process.kill(parent, 0);
    } catch {
      process.exit(87);
    }
  }, LOOK_EVERY_MS).unref();
};

exports.exit = (code) => process.exit(code ?? 0);
