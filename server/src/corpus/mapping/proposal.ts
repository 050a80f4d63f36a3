/** Proposes which columns of a table are the fields of articles, by the names that known programs give them. */
import { FIELDS, type ValueKind } from '../../core/format';
import { columnOf } from '../tables/columns';
import { inOrder, type Mapping, ROW_NUMBER } from './mapping';
import type { RowValues } from './tableRow';
import { isMissing } from './values';

/**
 * The names of columns as `plain` makes them, the best first. They are those of news-please (`maintext`, `date_publish`), trafilatura,
 * newspaper (`publish_date`), Media Cloud, NewsAPI (`publishedAt`, `content`), LexisNexisTools in R (`Headline`, `Article`), of Factiva’s
 * codes (`AN`, `PD`, `HD`), and what people call them themselves, in English, Spanish, Portuguese and Arabic.
 */
const KNOWN: Readonly<Record<ValueKind, readonly string[]>> = {
  number: [
    ...[
      'number',
      'id',
      'articleid',
      'docid',
      'storiesid',
      'documentid',
      'newsid',
      'uid',
      'uuid',
      'guid',
      'an',
      'nr',
      'no',
    ],
    ...['numero', 'num', 'nro', 'idarticulo', 'idnoticia', 'idartigo', 'identificador'],
    ...['رقم', 'الرقم', 'رقمالمقال', 'معرف', 'المعرف'],
  ],
  date: [
    ...['datepublish', 'publishdate', 'publisheddate', 'datepublished', 'publishedat', 'publicationdate', 'pubdate'],
    ...['published', 'date', 'day', 'pd', 'datetime'],
    ...['fechapublicacion', 'fechadepublicacion', 'fecha', 'datapublicacao', 'datadepublicacao', 'publicado', 'data'],
    ...['dia', 'تاريخالنشر', 'تاريخ', 'التاريخ'],
  ],
  title: [
    ...['title', 'headline', 'hd', 'heading'],
    ...['titulo', 'titular', 'encabezado', 'manchete', 'عنوان', 'العنوان', 'عنوانالمقال'],
  ],
  text: [
    ...['maintext', 'text', 'fulltext', 'articletext', 'bodytext', 'body', 'article', 'content'],
    ...['textocompleto', 'texto', 'cuerpo', 'corpo', 'contenido', 'conteudo', 'articulo', 'artigo'],
    ...['نص', 'النص', 'نصالمقال', 'المحتوى', 'المقال'],
  ],
};

/**
 * A mapping for a table with these columns. Fields for which no column is known are not in it, except that without numbers the
 * rows are numbered. A column that is empty in all of the first rows is not proposed. For a user-defined field, of which `own` has the
 * letters, a column with its name is.
 */
export function proposalFor(
  columns: readonly string[],
  firstRows: readonly RowValues[],
  own: readonly string[] = [],
): Mapping {
  const isFilled = (column: string) => firstRows.some((row) => !isMissing(String(row[column] ?? '')));
  const ofFormat = FIELDS.flatMap(({ kind, marker }) => {
    const found = KNOWN[kind].flatMap((name) => columns.filter((column) => plain(column) === name && isFilled(column)));
    const [column] = kind === 'number' ? [...found, ROW_NUMBER] : found;
    return column === undefined ? [] : [{ letters: marker, column }];
  });
  const userDefined = own.flatMap((letters) => {
    const column = columns.find((each) => plain(each) === plain(columnOf(letters)) && isFilled(each));
    return column === undefined ? [] : [{ letters, column }];
  });
  return inOrder([...ofFormat, ...userDefined]);
}

/** The letters and digits of a name, in lower case and without accents: `Nº` is `no`, `Fecha_publicación` is `fechapublicacion`. */
function plain(column: string): string {
  return column
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');
}
