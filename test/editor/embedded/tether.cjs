/**
 * Preloaded into the VS Code server: when the process that started it ends, standard input closes,
 * and then the whole process group ends. Without this, killing a test run would leave ten processes behind.
 */
if (process.env.EDITOR_TETHER === '1' && /server-main\.js$/.test(process.argv[1] ?? '')) {
  delete process.env.EDITOR_TETHER;
  const end = () => {
    try {
      process.kill(-process.pid, 'SIGKILL');
    } catch {
      process.exit(1);
    }
  };
  process.stdin.on('end', end).on('error', end).resume();
  process.stdin.unref?.();
}
