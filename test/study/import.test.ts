/** Tables as pandas and R really write them, imported by `--map`. */
import fs from 'node:fs';
import path from 'node:path';
import { assert } from 'chai';
import { codeAfter } from '../page';
import { article, folder, run } from '../server/cli/commandLine';
import { outputOf, python, r, unlessMissing } from './programs';

const WANTED = {
  'article_7.txt': article('7', { title: 'São "Paulo"; again', text: 'Ação, e reação. Fim.' }),
  'article_8.txt': article('8', { date: '2024-04-10', title: 'هدنة', text: 'النص.' }),
};

const ROWS = `
rows = {
    "id": [7, 8],
    "when": ["2024-04-09", "2024-04-10"],
    "title": ['São "Paulo"; again', "هدنة"],
    "text": ["Ação, e reação.\\r\\n\\r\\nFim.", "النص."],
}
`;

/** Imports a table, and gives the files and what is said. */
async function imported(cwd: string, table: string, ...options: readonly string[]) {
  const { stderr } = await run(['import', table, '--map', MAP, '-o', `of ${table}`, ...options], cwd);
  const out = path.join(cwd, `of ${table}`);
  const names = fs.existsSync(out) ? fs.readdirSync(out) : [];
  const files = Object.fromEntries(names.map((name) => [name, fs.readFileSync(path.join(out, name), 'utf8')]));
  return { files, stderr };
}

const MAP = 'number=id,date=when,title=title,text=text';

describe('import of the tables of', () => {
  describe('pandas', () => {
    const cwd = folder({});

    before(
      unlessMissing(() => {
        const code = `${ROWS}
import pandas

table = pandas.DataFrame(rows)
for name in ["snappy", "gzip", "brotli", "zstd", "lz4", None]:
    table.to_parquet(f"{name}.parquet", compression=name)
table.to_parquet("groups.parquet", row_group_size=1)
table.astype({"title": "category", "id": "Int64"}).to_parquet("types.parquet")
late = pandas.to_datetime(table["when"] + " 23:30")
table.assign(when=late).to_parquet("naive.parquet")
aware = late.dt.tz_localize("America/Sao_Paulo").dt.tz_convert("UTC")
table.assign(when=aware).to_parquet("aware.parquet")
table.assign(when=aware.dt.tz_convert("America/Sao_Paulo").dt.date).to_parquet("zone.parquet")
table.assign(when=late.dt.date).to_parquet("days.parquet")
table.assign(when=late.astype("datetime64[ns]").astype("int64")  // 10**9).to_parquet("seconds.parquet")
table.assign(authors=[["A", "B"], []], score=[0.5, None], raw=[b"\\xff\\xfe", None]).to_parquet("more.parquet")
table.to_csv("comma.csv", index=False)
table.to_csv("excel.csv", sep=";", index=False, encoding="utf-8-sig")
table.to_csv("tabs.tsv", sep="\\t")
table.to_csv("latin.csv", index=False, encoding="cp1256", errors="replace")
table.to_json("lines.jsonl", orient="records", lines=True)
table.iloc[:0].to_parquet("none.parquet")
`;
        outputOf(python('pandas', 'pyarrow'), ['-c', code], { cwd });
      }),
    );

    it('gives the table of export back as docs/command-line.md shows', async () => {
      const files = { 'a.txt': article('007', { title: '1984', text: ' Two\r\nlines.\t' }), 'b.txt': article('1.0') };
      const again = folder(files);
      await run(['export', '-o', 'news.jsonl', 'a.txt', 'b.txt'], again);
      outputOf(python('pandas'), ['-W', 'error', '-c', codeAfter('command-line.md', 'In pandas, `read_json`')], {
        cwd: again,
      });
      const { code, stderr } = await run(['import', 'again.jsonl', '-o', 'back'], again);
      assert.equal(code, 0, stderr);
      for (const [name, text] of Object.entries(files))
        assert.equal(fs.readFileSync(path.join(again, 'back', name), 'utf8'), text);
    });

    const TABLES = [
      ...['snappy', 'gzip', 'brotli', 'zstd', 'lz4', 'None', 'groups', 'types', 'days', 'naive', 'zone', 'more'].map(
        (name) => `${name}.parquet`,
      ),
      ...['comma.csv', 'excel.csv', 'tabs.tsv', 'lines.jsonl'],
    ];
    for (const table of TABLES) {
      it(`is whole: ${table}`, async () => {
        const { files, stderr } = await imported(cwd, table);
        assert.deepEqual(files, WANTED, stderr);
        assert.match(stderr, /^2 of 2 files written\.$/m);
        assert.notInclude(stderr, 'UTC');
      });
    }

    it('says that times with a zone are those of UTC', async () => {
      const { files, stderr } = await imported(cwd, 'aware.parquet');
      assert.include(files['article_7.txt'], ' 2024-04-10 ');
      assert.include(stderr, 'times of UTC, to their day in UTC (2 dates)');
    });

    it('names the form of dates that are seconds', async () => {
      const { files, stderr } = await imported(cwd, 'seconds.parquet');
      assert.deepEqual(files, {});
      assert.match(
        stderr,
        /seconds\.parquet: 2 rows left out, .* such as “1712705400”\. .* X \(--date-format\)\. Rows 1-2\.$/m,
      );
      assert.deepEqual((await imported(cwd, 'seconds.parquet', '--date-format', 'X')).files, WANTED);
    });

    it('names what is not UTF-8, and what has no rows', async () => {
      assert.match((await imported(cwd, 'latin.csv')).stderr, /latin\.csv: Line 2 is not UTF-8\. .*iconv/);
      assert.equal((await imported(cwd, 'none.parquet')).stderr, 'none.parquet: There are no rows.\n');
    });
  });

  describe('R', () => {
    const cwd = folder({});

    before(
      unlessMissing(() => {
        const code = `
rows <- data.frame(
  id = c(7, 8), when = as.Date(c("2024-04-09", "2024-04-10")), title = c('S\\u00e3o "Paulo"; again', "\\u0647\\u062f\\u0646\\u0629"),
  text = c("A\\u00e7\\u00e3o, e rea\\u00e7\\u00e3o.\\r\\n\\r\\nFim.", "\\u0627\\u0644\\u0646\\u0635."))
write.csv(rows, "comma.csv", row.names = FALSE, fileEncoding = "UTF-8")
write.csv2(rows, "semicolon.csv", fileEncoding = "UTF-8")
write.table(rows, "tabs.tsv", sep = "\\t", qmethod = "double", row.names = FALSE, fileEncoding = "UTF-8")
rows$when <- as.numeric(rows$when)
write.csv(rows, "days.csv", row.names = FALSE, fileEncoding = "UTF-8")
`;
        outputOf(r(), ['--encoding=UTF-8', '-e', code], { cwd, env: { ...process.env, LC_ALL: 'C.UTF-8' } });
      }),
    );

    for (const table of ['comma.csv', 'semicolon.csv', 'tabs.tsv']) {
      it(`is whole: ${table}`, async () => {
        const { files, stderr } = await imported(cwd, table);
        assert.deepEqual(files, WANTED, stderr);
      });
    }

    it('names dates that R has written as numbers', async () => {
      assert.match(
        (await imported(cwd, 'days.csv')).stderr,
        /such as “19822”\. .* in R, use as\.Date\. Lines 2, 5\.$/m,
      );
    });
  });
});
