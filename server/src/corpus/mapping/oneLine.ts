/** Makes a value of a table one line, as the format's producers write values. */

const WHITE_SPACE = /\p{White_Space}+/gu;
const LINE_BREAK = /[\n\v\f\r\u0085\u2028\u2029]/;

/** Without white space at its ends, and with a space for each run of white space that has a line break. Nothing else changes. */
export function oneLine(text: string): string {
  return text.replace(WHITE_SPACE, (run, at: number) => {
    const isEnd = at === 0 || at + run.length === text.length;
    return isEnd ? '' : LINE_BREAK.test(run) ? ' ' : run;
  });
}
