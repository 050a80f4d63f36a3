/** Everything that addedField.test.ts bundles again, with one more row in the table of the format. */
export { articleSymbol } from '../../../server/src/core/features/documentSymbols';
export { parse } from '../../../server/src/core/parse/parser';
export { healthyArticle, UTF_8, UTF_16 } from '../../../server/src/core/parse/proof';
export { applyEdits } from '../../../server/src/core/repair/edit';
export { check } from '../../../server/src/core/rules';
export { fixAll } from '../../../server/src/core/writing/fixAll';
