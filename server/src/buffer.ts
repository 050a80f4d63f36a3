/** Node's Buffer for the web worker: csv-parse and csv-stringify need it. Their own versions for browsers bring one copy each. */
export { Buffer } from 'buffer/';
