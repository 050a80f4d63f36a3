import type { Campaign } from '../campaign';
import { edits, editsInLargeFiles } from './edits';

export const CAMPAIGNS: readonly Campaign[] = [edits, editsInLargeFiles];
