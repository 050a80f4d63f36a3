/** The list of suites, in the order in which they run. A bench of the command line has its place here as well. */
import { activation } from './activation';
import { attack } from './attack';
import { editing } from './editing';
import { start } from './start';
import type { Suite } from './suite';
import { textMate } from './textmate';

export const SUITES: readonly Suite[] = [start, activation, textMate, attack, editing];
