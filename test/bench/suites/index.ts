/** The list of suites, in the order in which they run. */
import { editing } from './editing';
import { start } from './start';
import type { Suite } from './suite';

export const SUITES: readonly Suite[] = [start, editing];
