/**
 * Replaces @vscode/native-watchdog (a compiled module): ends this process when its parent has ended.
 * The native module watches from a thread; here a timer checks every three seconds.
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
