/** The list of suites, in the order in which they run. */
import { activation } from './activation';
import { attack } from './attack';
import { busy } from './busy';
import { check } from './check';
import { corpusIndex } from './corpusIndex';
import { damaged } from './damaged';
import { editing } from './editing';
import { start } from './start';
import type { Suite } from './suite';
import { textMate } from './textmate';

export const SUITES: readonly Suite[] = [
  start,
  activation,
  textMate,
  check,
  damaged,
  corpusIndex,
  attack,
  editing,
  busy,
];
