import type { Campaign } from '../campaign';
import { edits, editsInLargeFiles } from './edits';
import { protocol } from './protocol';
import { texts } from './texts';
import { fixes, writer } from './writers';

export const CAMPAIGNS: readonly Campaign[] = [edits, editsInLargeFiles, texts, protocol, writer, fixes];
