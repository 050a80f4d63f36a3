/** The arguments, options and help of `article-format sample`. */
import { type Command, InvalidArgumentError } from 'commander';
import { LARGEST_SEED } from '../choices';
import { FILES, filesCommand, IN_FOLDERS, orSettings, ruled, where } from './options';

export function declareSample(program: Command): void {
  ruled(filesCommand(program, 'sample'))
    .summary('draw articles at random, for coding by hand')
    .description(
      `Draws articles at random and copies each, byte for byte, into a new folder, with a list of them (sample.csv). The same corpus and seed give the same sample. ${IN_FOLDERS}`,
    )
    .argument('[path...]', FILES)
    .requiredOption('-n, --number <count>', 'how many articles to draw', wholeNumber(1, Number.MAX_SAFE_INTEGER))
    .requiredOption(
      '--seed <number>',
      'any whole number; with the same one, the same articles are drawn again',
      wholeNumber(0, LARGEST_SEED),
    )
    .option(
      '--by <stratum>',
      'draw from each day, month or year, or from each value of a user-defined field, in proportion to its articles',
    )
    .requiredOption('-o, --output <folder>', 'folder to make; it must not exist')
    .addOption(where())
    .addHelpText(
      'after',
      `
  article-format sample -n 200 --by month --seed 7 -o sample corpus
  article-format sample -n 50 --seed 1 --where 'title ~ "Gaza"' -o gaza corpus`,
    )
    .action(orSettings(async (paths, options) => (await import('../commands/sample')).sample(paths, options)));
}

/** Reads an argument that is a whole number from `least` to `most`. */
function wholeNumber(least: number, most: number): (value: string) => number {
  return (value) => {
    const number = Number(value);
    if (/^\d+$/.test(value) && number >= least && number <= most) return number;
    throw new InvalidArgumentError(`It must be a whole number from ${least} to ${most}.`);
  };
}
