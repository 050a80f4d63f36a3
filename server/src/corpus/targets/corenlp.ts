import { csvLine } from '../tables/tableText';
import { DocumentNames } from './documentNames';
import { type FolderTarget, IMPORT_ONLY, withText } from './target';
import { escapedText } from './xml';

/**
 * A folder that Stanford CoreNLP takes as it is. The documents are XML for its annotator `cleanxml`, which is given the title as
 * one sentence, and the date, by which `last Tuesday` becomes a day.
 */
export const corenlp: FolderTarget = {
  silent: [...IMPORT_ONLY, 'damaged', 'unnamed'],
  async write(source, folder) {
    const names = new DocumentNames();
    const leaveOut: typeof source.leaveOut = (row, reason) => {
      source.leaveOut(row, reason);
      left.push(csvLine([row.doc_id, row.file, row.index, row.number, reason]));
    };
    const left = [csvLine(['doc_id', 'file', 'index', 'number', 'reason'])];
    await folder.write('corenlp.properties', PROPERTIES);
    await folder.write('README.txt', README);
    await folder.append('articles.csv', csvLine(TABLE));
    for await (const row of withText({ ...source, leaveOut })) {
      if (source.isDamaged(row)) leaveOut(row, 'damage');
      else if (row.day === null) leaveOut(row, 'no valid date');
      else {
        const name = names.nameFor(row.doc_id);
        const { xml, title, text } = documentFor(name, { ...row, day: row.day });
        const { doc_id, file, index, number, day, sha256 } = row;
        await folder.write(`documents/${name}.xml`, xml);
        await folder.append('documents.txt', `documents/${name}.xml\n`);
        await folder.append(
          'articles.csv',
          csvLine([`${name}.xml`, doc_id, file, index, number, day, title, text, sha256]),
        );
      }
    }
    await folder.write('left-out.csv', left.join(''));
  },
};

/** The columns of the table that leads back from the documents to the articles. */
const TABLE = [...['document_name', 'doc_id', 'file', 'index', 'number', 'day', 'title_start', 'text_start', 'sha256']];

/** A document, and where its title and its text begin, in UTF-16 units. */
export interface CorenlpDocument {
  readonly xml: string;
  readonly title: number;
  readonly text: number;
}

/**
 * The document of an article. The line break after the title is a token of its own, which ends that sentence: after a title
 * whose last token is `?`, CoreNLP 4.5 would otherwise take all of the text into it. There is no other white space beside the values.
 */
export function documentFor(
  name: string,
  { day, title, text }: { readonly day: string; readonly title: string | null; readonly text: string },
): CorenlpDocument {
  const head = `<doc>\n<docid>${name}</docid>\n<date>${day}</date>\n<title>`;
  const beforeText = `${head}${escapedText(title ?? '')}\n</title>\n<text>`;
  return {
    xml: `${beforeText}${escapedText(text)}</text>\n</doc>\n`,
    title: head.length,
    text: beforeText.length,
  };
}

const PROPERTIES = `\
# For Stanford CoreNLP. README.txt has the command.
annotators = tokenize, cleanxml, ssplit, pos, lemma, ner, depparse
encoding = UTF-8
filelist = documents.txt
outputDirectory = results
outputFormat = json

# Titles and texts are read, and nothing else. A title is one sentence, whatever is in it. An empty line ends a
# sentence; without that setting, a title that ends with ? is one sentence with the text.
clean.xmltags = title|text
clean.singlesentencetags = title
clean.sentenceendingtags = title|text
clean.docIdtags = docid
ssplit.newlineIsSentenceBreak = two

# The day of the article, from which "last Tuesday" is counted.
clean.datetags = date

# Offsets in characters as well, as Python and R count them.
tokenize.codepoint = true
`;

const README = `\
Articles for Stanford CoreNLP 4.5, written by article-format.

Run it in this folder, with your folder of CoreNLP in place of /path/to/stanford-corenlp-4.5.10:

  java -Xmx4g -cp "/path/to/stanford-corenlp-4.5.10/*" edu.stanford.nlp.pipeline.StanfordCoreNLP -props corenlp.properties

The results are in the folder results: NAME.xml.json for documents/NAME.xml. Change corenlp.properties if you need other
annotators; those that you do not need cost time.

documents.txt   the documents that CoreNLP reads
articles.csv    which article each document is, and where its title and text begin there, in UTF-16 units
left-out.csv    the articles that are in no document, with the reason; files that could not be read are not in it

characterOffsetBegin and -End count UTF-16 units of the document, codepointOffsetBegin and -End its characters. In the document,
&amp; &lt; and &gt; are in place of & < and >. In Python, with the document's text read with newline="":

  from xml.sax.saxutils import unescape

  def offset_in_value(document, codepoint_offset):
      start = document.rindex(">", 0, codepoint_offset) + 1
      return len(unescape(document[start:codepoint_offset]))
`;
