/** Articles in the real Stanford CoreNLP: as `export --for corenlp` hands them over, and in two other ways. */
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { assert } from 'chai';
import { root } from '../../scripts/generate/index';
import { FIELDS } from '../../server/src/core/format';
import { parse } from '../../server/src/core/parse/parser';
import { type Span, shifted } from '../../server/src/core/span';
import { documentFor } from '../../server/src/corpus/targets/corenlp';
import type { Annotated } from '../../server/src/lsp/annotations/annotations';
import { article, folder, run } from '../server/cli/commandLine';
import {
  type AnnotatedArticle,
  type AnnotatedDocument,
  type Figures,
  figuresOf,
  readResult,
  type Token,
} from './annotations';
import { contents, type NewsArticle, news } from './news';
import { blocksOf, follow } from './pages';
import { corenlp, outputOf, python, unlessMissing } from './programs';
import { annotationsIn, shownIn } from './shown';

const NEWS = news();
const HEALTHY = contents(NEWS);
const BAD = {
  'bad/damaged.txt': article('901').replace('T-I-T-L-E-E-N-D.', '') + article('902').replace('T-E-X-T-S-T-A-R-T.', ''),
  'bad/undated.txt': article('903', { date: '9 April 2024' }) + article('904', { date: '2024-02-30' }),
  'bad/empty.txt': article('905', { text: ' ' }),
};

/**
 * Replaces settings in a run of 300 articles: of the entities it looks only for days, and for no dependencies, which takes a fifth
 * of the time. The last test runs everything.
 */
const QUICK = ['-ner.model', '', '-ner.applyFineGrained', 'false'];
const WITHOUT_DEPENDENCIES = ['-annotators', 'tokenize,cleanxml,ssplit,pos,lemma,ner'];

/** What the other ways of handing articles over have in common with the first. */
const SETTINGS = `\
annotators = tokenize, ssplit, pos, lemma, ner
encoding = UTF-8
outputFormat = json
filelist = list
outputDirectory = results
`;

describe('Stanford CoreNLP', () => {
  let jars = '';
  const figures: Record<string, Figures> = {};
  let sentences: readonly string[] = [];
  /** The folder of the articles, with their export and its results in `out`. */
  let corpus = '';

  before(
    unlessMissing(() => {
      jars = corenlp();
    }),
  );

  /** Runs CoreNLP in a folder with a properties file. */
  const annotate = (cwd: string, properties: string, more: readonly string[] = []) => {
    const classes = path.join(jars, '*');
    const main = 'edu.stanford.nlp.pipeline.StanfordCoreNLP';
    const args = ['-Xmx2g', '-cp', classes, main, '-props', properties, ...QUICK, ...more];
    const { status, stderr } = spawnSync('java', args, { cwd });
    assert.equal(status, 0, String(stderr).slice(-2000));
  };

  it('reads the folder of export --for corenlp: every article, title and day', async () => {
    corpus = folder({ ...HEALTHY, ...BAD });
    const { code, stderr } = await run(['export', '--for', 'corenlp', '-o', 'out', '.'], corpus);
    assert.equal(code, 1);
    assert.match(stderr, /2 articles left out: damage\..*bad\/damaged.txt\n/);
    assert.match(stderr, /2 articles left out: no valid date\..*bad\/undated.txt\n/);
    assert.match(stderr, /1 article left out: empty text\..*bad\/empty.txt\n/);
    const out = path.join(corpus, 'out');
    annotate(out, 'corenlp.properties', WITHOUT_DEPENDENCIES);
    const documents = exported(out);
    const all = documents.flatMap(({ articles }) => articles);
    assert.lengthOf(all, 300);
    assert.lengthOf(fs.readdirSync(path.join(out, 'results')), 300);
    const results = path.join(out, 'results');
    figures.xml = figuresOf(documents, results);
    sentences = sentencesOfTexts(documents, results).map(unescaped).sort();
    assert.isAbove(sentences.length, 2000);
    assert.deepInclude(figures.xml, { lost: 0, withMarker: 0, wholeTitles: figures.xml.titles, rightDays: 300 });
    for (const document of documents) {
      const annotation = readResult(results, document);
      assert.deepEqual(
        [`${annotation.docId}.xml.json`, annotation.docDate],
        [document.result, document.articles[0]?.day],
      );
      requireExactOffsets(document, annotation);
    }
  });

  it('has its results shown in the editor: every word at its offset, until one character has changed', async () => {
    const out = path.join(corpus, 'out');
    const annotations = annotationsIn(corpus);
    const documents = exported(out);
    let words = 0;
    for (const [row, [, , file = '', index = '']] of tableOf(out).entries()) {
      const text = HEALTHY[file] as string;
      const own = Number(index) - 1;
      const show = (content: string) => shownIn(annotations, path.join(corpus, file), content);
      const all = await show(text);
      const shown = all[own];
      if (!shown || 'note' in shown) assert.fail(`${file}, article ${index}: ${shown?.note ?? 'nothing is shown'}`);
      const document = documents[row] as AnnotatedDocument;
      const tokens = readResult(path.join(out, 'results'), document).sentences.flatMap((each) => each.tokens);
      const places = shown.places.map(({ start, end }) => ({ start: shown.base + start, end: shown.base + end }));
      const offsets = tokens.map(offsetsInto(spansIn(text)[own], document));
      assert.deepEqual(
        places.map(({ start, end }) => [start, text.slice(start, end)]),
        tokens.map(({ originalText }, token) => [offsets[token], unescaped(originalText)]),
      );
      words += tokens.length;
      // In each article another word: the first, the second …
      const { start } = places[row % places.length] as Span;
      const [letter = ''] = text.slice(start);
      const changed = await show(`${text.slice(0, start)}Ω${text.slice(start + letter.length)}`);
      const stale = changed[own];
      assert.match(
        (stale && 'note' in stale && stale.note) || '',
        /they are of another text\./,
        `${file}, at ${start}`,
      );
      assert.deepEqual(changed.toSpliced(own, 1).filter(isStale), [], 'the other articles of the file are shown');
    }
    console.log(`  ${words} words of ${documents.length} articles are at their offsets.`);
    assert.include(fs.readFileSync(path.join(root, 'docs/corenlp.md'), 'utf8'), `${words} words`);
  });

  it('finds the same sentences in plain texts, but splits titles with a full stop in them', () => {
    const cwd = folder({
      properties: `${SETTINGS}ssplit.newlineIsSentenceBreak = two\nner.docdate.useMappingFile = dates.tsv\n`,
    });
    const articles = Object.values(NEWS).flat();
    const documents = articles.map(({ number, date, title, text }): AnnotatedDocument => {
      const content = `${title}\n\n${text}`;
      fs.writeFileSync(path.join(cwd, `${number}.txt`), content);
      const spans = { title: { start: 0, end: title.length }, text: { start: title.length + 2, end: content.length } };
      return { result: `${number}.txt.json`, content, articles: [{ day: date, ...spans }] };
    });
    fs.writeFileSync(path.join(cwd, 'list'), articles.map(({ number }) => `${number}.txt\n`).join(''));
    fs.writeFileSync(
      path.join(cwd, 'dates.tsv'),
      articles.map(({ number, date }) => `${number}.txt\t${date}\n`).join(''),
    );
    annotate(cwd, 'properties');
    figures.plain = figuresOf(documents, path.join(cwd, 'results'));
    assert.deepEqual(sentencesOfTexts(documents, path.join(cwd, 'results')).sort(), sentences);
    assert.deepInclude(figures.plain, { lost: 0, withMarker: 0, rightDays: 300 });
    assert.isBelow(figures.plain.wholeTitles, figures.plain.titles);
  });

  it('takes markers for text, and loses files, if it reads the files themselves', () => {
    const names = Object.keys(HEALTHY);
    const cwd = folder({ ...HEALTHY, properties: SETTINGS, list: names.join('\n') });
    annotate(cwd, 'properties');
    const documents = names.map((name): AnnotatedDocument => {
      const content = HEALTHY[name] as string;
      return { result: `${path.basename(name)}.json`, content, articles: spansIn(content) };
    });
    figures.naive = figuresOf(documents, path.join(cwd, 'results'));
    assert.isAbove(figures.naive.withMarker, 0);
    assert.isAbove(figures.naive.lost, 0);
  });

  it('does what docs/corenlp.md says, in figures', () => {
    console.log(JSON.stringify(figures));
    const page = fs.readFileSync(path.join(root, 'docs/corenlp.md'), 'utf8');
    const { naive, plain, xml } = figures as { naive: Figures; plain: Figures; xml: Figures };
    for (const [what, count] of Object.entries<(each: Figures) => string>({
      'articles without a result': ({ lost }) => `${lost} of 300`,
      'sentences with a marker, or a piece of one': ({ withMarker, sentences }) => `${withMarker} of ${sentences}`,
      'titles that are one sentence': ({ wholeTitles, titles }) => `${wholeTitles} of ${titles}`,
      '“last Tuesday” is the right day': ({ rightDays }) => `${rightDays} of 300`,
    })) {
      assert.include(page, `| ${what} | ${[naive, plain, xml].map(count).join(' | ')} |`);
    }
  });

  it('is called as README.txt says, and its results lead back as docs/corenlp.md says', async () => {
    const program = python('pandas');
    const corpus = Object.entries(contents(news(6))).map(([name, text]) => [`corpus/${name}`, text]);
    const cwd = folder(Object.fromEntries(corpus));
    await run(['export', '-o', 'news.jsonl', 'corpus'], cwd);
    await run(['export', '--for', 'corenlp', '-o', 'for-corenlp', 'corpus'], cwd);
    const out = path.join(cwd, 'for-corenlp');
    const [command = ''] = fs.readFileSync(path.join(out, 'README.txt'), 'utf8').match(/java .*/) ?? [];
    outputOf('sh', ['-c', command.replace(/\/path\/to\/stanford-corenlp-[\d.]+/, jars)], { cwd: out });
    assert.match(follow(blocksOf('corenlp.md', 'The results in pandas'), cwd, program), /^6 articles with entities$/m);
    const [{ code = '' } = {}] = blocksOf('corenlp.md', 'Offsets');
    assert.match(follow([{ language: 'python', code: code + EACH_WORD }], cwd, program), /^\d{3,} words$/);
  });
});

/** The sentences of the texts, as they are in the documents. */
function sentencesOfTexts(documents: readonly AnnotatedDocument[], results: string): string[] {
  return documents.flatMap((document) =>
    readResult(results, document).sentences.flatMap(({ tokens }) => {
      const start = tokens[0]?.characterOffsetBegin ?? 0;
      const isIn = document.articles.some(({ text }) => start >= text.start);
      return isIn ? [document.content.slice(start, tokens.at(-1)?.characterOffsetEnd)] : [];
    }),
  );
}

function unescaped(text: string): string {
  return text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');
}

/** Compares every word of the results with the value at its offset. */
const EACH_WORD = `
import csv, json
from pathlib import Path

values = {row["doc_id"]: row for row in map(json.loads, open("news.jsonl", encoding="utf-8"))}
words = 0
for article in csv.DictReader(open("for-corenlp/articles.csv", encoding="utf-8", newline="")):
    name = article["document_name"]
    document = open(Path("for-corenlp/documents", name), encoding="utf-8", newline="").read()
    for sentence in json.loads(Path("for-corenlp/results", name + ".json").read_text(encoding="utf-8"))["sentences"]:
        for token in sentence["tokens"]:
            begin, end = token["codepointOffsetBegin"], token["codepointOffsetEnd"]
            word = unescape(document[begin:end])
            value = values[article["doc_id"]]["text" if begin > document.index("<text>") else "title"]
            at = offset_in_value(document, begin)
            assert word and value[at:at + len(word)] == word, (name, word)
            words += 1
print(words, "words")
`;

/** The documents of an export, with the spans that its table and the articles themselves give. */
function exported(out: string): AnnotatedDocument[] {
  const values = new Map(
    Object.values(NEWS)
      .flat()
      .map((each) => [each.number, each]),
  );
  return tableOf(out).map(([name = '', , , , number = '', day = '', titleStart, textStart]) => {
    const { title, text } = values.get(number) as NewsArticle;
    const content = fs.readFileSync(path.join(out, 'documents', name), 'utf8');
    const document = documentFor(name.slice(0, -4), { day, title, text });
    assert.deepEqual([content, Number(titleStart), Number(textStart)], [document.xml, document.title, document.text]);
    const spans = {
      title: { start: document.title, end: content.indexOf('\n</title>') },
      text: { start: document.text, end: content.indexOf('</text>') },
    };
    return { result: `${name}.json`, content, articles: [{ day, ...spans }] };
  });
}

/** The rows of the table of an export: document, doc_id, file, index, number, day, and where title and text begin. */
function tableOf(out: string): readonly string[][] {
  const [, ...lines] = fs.readFileSync(path.join(out, 'articles.csv'), 'utf8').trim().split('\r\n');
  return lines.map((line) => line.split(','));
}

/** Gives the offset of a token in the file of an article, counted as docs/corenlp.md says. */
function offsetsInto(inFile: AnnotatedArticle | undefined, { content, articles }: AnnotatedDocument) {
  const [inDocument] = articles;
  if (!inFile || !inDocument) assert.fail('There is no such article.');
  return ({ characterOffsetBegin: begin }: Token) => {
    const kind = begin < inDocument.text.start ? 'title' : 'text';
    return inFile[kind].start + unescaped(content.slice(inDocument[kind].start, begin)).length;
  };
}

function isStale(shown: Annotated | undefined): boolean {
  return shown === undefined || 'note' in shown;
}

/** Every word is that of the value, at the offset that README.txt says how to compute. */
function requireExactOffsets(
  { content, articles }: AnnotatedDocument,
  { sentences }: ReturnType<typeof readResult>,
): void {
  const characters = [...content];
  for (const token of sentences.flatMap(({ tokens }) => tokens)) {
    const { characterOffsetBegin: begin, characterOffsetEnd: end, codepointOffsetBegin } = token;
    assert.equal(characters.slice(0, codepointOffsetBegin).join('').length, begin);
    const isIn = articles.some(({ title, text }) =>
      [title, text].some((span) => span.start <= begin && end <= span.end),
    );
    assert.isTrue(isIn, `${token.word} is in a value`);
    assert.notMatch(
      content.slice(begin, end).replace(/&(?:amp|lt|gt);/g, ''),
      /&/,
      `${token.word} ends within an entity`,
    );
  }
}

/** Where the values of a file are. */
function spansIn(content: string): AnnotatedDocument['articles'] {
  const { articles, starts } = parse(content);
  return articles.map(({ fields }, index) => {
    const spanOf = (kind: string) => {
      const row = FIELDS.find((each) => each.kind === kind);
      const field = fields.find(({ format }) => format === row);
      return shifted(field?.value ?? { start: 0, end: 0 }, starts[index] as number);
    };
    const date = spanOf('date');
    return { day: content.slice(date.start, date.end), title: spanOf('title'), text: spanOf('text') };
  });
}
