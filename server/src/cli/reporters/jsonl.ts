import { jsonLine } from '../../corpus/jsonLine';
import type { MakeReporter } from './reporter';

/** For programs: one JSON object a finding, a line each, as schemas/finding.schema.json describes it. */
export const jsonl: MakeReporter = (write) => ({
  finding({ file, article, code, severity, message, range, span, fix }) {
    write(jsonLine({ file, article, code, severity, message, range, span, fix }));
  },
  end() {},
});
