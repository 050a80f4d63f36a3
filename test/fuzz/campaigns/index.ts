import type { Campaign } from '../campaign';
import { edits, editsInLargeFiles } from './edits';
import { protocol } from './protocol';

export const CAMPAIGNS: readonly Campaign[] = [edits, editsInLargeFiles, protocol];
