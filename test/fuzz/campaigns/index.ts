import type { Campaign } from '../campaign';
import { edits, editsInLargeFiles } from './edits';
import { protocol } from './protocol';
import { fixes, writer } from './writers';

export const CAMPAIGNS: readonly Campaign[] = [edits, editsInLargeFiles, protocol, writer, fixes];
