/** The messages between client and server beyond LSP. The client imports nothing else from the server except core/detection. */
export type { Severity } from '../core/rules/rule';
export { MOST_PROBLEMS } from '../corpus/verdict/problems';
export * from './annotations';
export * from './base64';
export * from './client';
export * from './corpus';
export * from './corpusExport';
export * from './corpusFixes';
export * from './corpusImport';
export * from './documents';
export * from './fieldsView';
export * from './files';
export * from './longRequests';
export * from './overview';
