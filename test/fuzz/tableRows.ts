/** The expected result of importing rows, computed independently of the program. */

export type Row = Readonly<Record<string, unknown>>;

const LETTERS: Readonly<Record<string, string>> = {
  number: 'F-N',
  date: 'D-A-T-E',
  title: 'T-I-T-L-E',
  text: 'T-E-X-T',
};

function columnsOf({ order }: Row): readonly string[] {
  return typeof order === 'string' ? order.split(' ') : Object.keys(LETTERS);
}

/** The article that a row describes. */
export function articleOf(row: Row): string {
  const fields = columnsOf(row).filter((column) => row[column] !== null);
  const written = fields.map((column) => {
    const letters = LETTERS[column] ?? [...column.replace('field_', '').toUpperCase()].join('-');
    return `${letters}-S-T-A-R-T. ${row[column]} ${letters}-E-N-D.`;
  });
  return ` ${written.join('  ')} `;
}

/** The columns whose values appear in no article. */
export function columnsLeftOut(row: Row): readonly string[] {
  const known = [...columnsOf(row), 'file', 'words', 'sha256', 'order', 'doc_id', 'day', 'index'];
  return Object.keys(row).filter((column) => row[column] !== null && !known.includes(column));
}
