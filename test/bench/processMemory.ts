/** The resident memory of a process, on systems that report it (Linux). */
import fs from 'node:fs';

/** In bytes; `VmRSS` is its present memory, `VmHWM` its largest. Undefined if the process has ended. */
export function processMemory(id: number | undefined, which: 'VmRSS' | 'VmHWM'): number | undefined {
  try {
    const status = fs.readFileSync(`/proc/${id}/status`, 'utf8');
    const kilobytes = new RegExp(`^${which}:\\s*(\\d+)`, 'm').exec(status)?.[1];
    return kilobytes === undefined ? undefined : Number(kilobytes) * 1024;
  } catch {
    return undefined;
  }
}
