/** Numbers in messages. */
export { counted, plural } from '../../corpus/counted';
