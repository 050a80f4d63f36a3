/** What is said when the rows of a table have been written by a mapping. */

import type { MappedRows } from '../../corpus/mapping/mappedRows';
import { type Mapping, ownFieldsIn } from '../../corpus/mapping/mapping';
import { SETTINGS_FILE } from '../../protocol';
import { shown } from '../output/faults';
import { plural } from '../output/plural';
import type { OpenTable } from './table';

/** `known` are the letters of the user-defined fields that settings name. Sentences: `notes` on what was changed and what was not asked for, `problems` on rows that somebody should look at. */
export function mappedReport({ file, noun }: OpenTable, mapping: Mapping, found: MappedRows, known: readonly string[]) {
  const unknown = ownFieldsIn(mapping).filter((letters) => !known.includes(letters));
  const { rows } = found.leftOut;
  const notes = [
    rows > 0 && `${plural(rows, 'row')} left out.`,
    ...found.changeSentences(),
    ...found.otherColumnSentences().map((sentence) => shown(sentence)),
    unknown.length > 0 &&
      `So that check knows the fields ${unknown.join(', ')}, add them to additionalFields in ${SETTINGS_FILE}.`,
  ];
  return {
    notes: notes.filter((note) => note !== false),
    problems: found.problemSentences(noun, 'command line').map((problem) => `${shown(file)}: ${shown(problem)}`),
  };
}
