/** The problems of articles, for queries that ask for them. */
import { CheckRun } from '../check/checkRun';
import { type InputFile, nameOf } from '../input/inputFile';
import { type Complain, UsageError } from '../output/faults';
import { Output } from '../output/output';
import { LeftAlone } from '../reading/leftAlone';
import type { FolderSettings } from '../settings/settings';

export class ProblemsByArticle {
  /** By the name of the file: the codes of its problems, by the index of the article; at 0, those of the file as a whole. */
  private readonly codes = new Map<string, string[][]>();

  private add(file: string, index: number, code: string): void {
    const ofFile = this.codes.get(file) ?? [];
    this.codes.set(file, ofFile);
    const ofArticle = ofFile[index] ?? [];
    ofFile[index] = ofArticle;
    ofArticle.push(code);
  }

  /** The codes of an article's problems, one for each, and of those of its file as a whole. */
  of(file: InputFile, index: number): readonly string[] {
    const ofFile = this.codes.get(nameOf(file));
    return ofFile ? [...(ofFile[0] ?? []), ...(ofFile[index] ?? [])] : [];
  }

  /** Checks the files. Throws a UsageError for one that can be read only once, because its articles are read again. */
  static async in(
    files: readonly InputFile[],
    settings: FolderSettings,
    complain: Complain,
  ): Promise<ProblemsByArticle> {
    if (files.some(({ regular }) => !regular))
      throw new UsageError('A query for problems reads its files twice, which no pipe allows. Name files.');
    const problems = new ProblemsByArticle();
    const run = new CheckRun({
      files,
      settings,
      complain,
      output: new Output(),
      leftAlone: new LeftAlone(false), // They are reported when the articles are read.
      report: ({ file, article, code }) => problems.add(file, article?.index ?? 0, code),
    });
    await run.run();
    return problems;
  }
}
