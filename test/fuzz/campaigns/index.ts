import type { Campaign } from '../campaign';
import { damages } from './damages';
import { edits, editsInLargeFiles } from './edits';
import { lists } from './lists';
import { prose } from './prose';
import { protocol } from './protocol';
import { settingsFiles } from './settings';
import { tables } from './tables';
import { texts } from './texts';
import { failures, kills } from './writers';

export const CAMPAIGNS: readonly Campaign[] = [
  ...[edits, editsInLargeFiles, texts, prose, damages, protocol],
  ...[settingsFiles, lists, tables, kills, failures],
];
