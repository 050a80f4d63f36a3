import { jsonLine } from '../../corpus/tables/jsonLine';
import type { MakeReporter } from './reporter';

/** For programs: one JSON object for each finding, one per line, as described by schemas/finding.schema.json. */
export const jsonl: MakeReporter = (write) => ({
  finding({ file, article, code, severity, message, range, span, fix }) {
    write(jsonLine({ file, article, code, severity, message, range, span, fix }));
  },
  end() {},
});
