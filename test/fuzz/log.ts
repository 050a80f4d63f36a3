/** The figures of a run of the fuzz command, written to dist/fuzz/NAME.json after every round. */
import fs from 'node:fs';
import path from 'node:path';
import { type Campaign, Failure } from './campaign';
import { CAMPAIGNS } from './campaigns/index';

const folder = path.resolve(import.meta.dirname, '../../dist/fuzz');

/** The figures of one campaign. */
export interface Figures {
  readonly name: string;
  readonly unit: string;
  readonly holds: string;
  readonly date: string;
  /** The seed of the first round; each later round has a greater one. */
  readonly seed: number;
  rounds: number;
  tried: number;
  failures: number;
  milliseconds: number;
}

export class Log {
  private readonly figures = new Map<Campaign, Figures>();

  add(campaign: Campaign, seed: number, tried: number, milliseconds: number): void {
    const figures = this.of(campaign, seed);
    figures.rounds++;
    figures.tried += tried;
    figures.milliseconds += milliseconds;
    fs.mkdirSync(folder, { recursive: true });
    fs.writeFileSync(path.join(folder, `${campaign.name}.json`), JSON.stringify(figures, null, 1));
    if (campaign.report) fs.writeFileSync(path.join(folder, `${campaign.name}.md`), campaign.report());
  }

  addFailure(campaign: Campaign, seed: number, milliseconds: number): void {
    this.of(campaign, seed).failures++;
    this.add(campaign, seed, 0, milliseconds);
  }

  tried(campaign: Campaign): number {
    return this.figures.get(campaign)?.tried ?? 0;
  }

  failed(campaign: Campaign): boolean {
    return (this.figures.get(campaign)?.failures ?? 0) > 0;
  }

  table(): string {
    return table([...this.figures.values()]);
  }

  private of(campaign: Campaign, seed: number): Figures {
    let figures = this.figures.get(campaign);
    if (!figures) {
      const { name, unit, holds } = campaign;
      const date = new Date().toISOString().slice(0, 10);
      figures = { name, unit, holds, date, seed, rounds: 0, tried: 0, failures: 0, milliseconds: 0 };
      this.figures.set(campaign, figures);
    }
    return figures;
  }
}

/** Figures as a Markdown table. */
export function table(figures: readonly Figures[]): string {
  const rows = figures.map(({ holds, tried, unit, failures, milliseconds, date }) =>
    [holds, `${tried.toLocaleString('en')} ${unit}`, failures, `${Math.round(milliseconds / 60_000)} min`, date].join(
      ' | ',
    ),
  );
  return ['what holds | tried | failed | time | on', '--- | --- | --- | --- | ---', ...rows]
    .map((row) => `| ${row} |`)
    .join('\n');
}

/** Writes the figures of the last runs, from dist/fuzz, into docs/ROBUSTNESS.md. */
export function writeFigures(): void {
  const document = path.join(import.meta.dirname, '../../docs/ROBUSTNESS.md');
  const read = (file: string) => fs.readFileSync(path.join(folder, file), 'utf8');
  const files = fs.readdirSync(folder);
  const campaigns = CAMPAIGNS.map(({ name }) => `${name}.json`)
    .filter((file) => files.includes(file))
    .map((file) => JSON.parse(read(file)) as Figures);
  const soak = files.includes('soak.md')
    ? `\nThe soak, in which each edit is followed by all requests of an editor:\n\n${read('soak.md')}`
    : '';
  const damages = files.includes('damages.md') ? `\nThe damages:\n\n${read('damages.md')}` : '';
  const text = fs.readFileSync(document, 'utf8');
  const figures = `<!-- figures -->\n\n${table(campaigns)}\n${damages}${soak}\n<!-- end of figures -->`;
  fs.writeFileSync(
    document,
    text.replace(/<!-- figures -->.*<!-- end of figures -->/s, () => figures),
  );
}

/** Saves a failing case for the tests. */
export function keepCase({ name }: Campaign, seed: number, error: unknown): void {
  if (!(error instanceof Failure) || error.example === undefined) return;
  const file = path.join(import.meta.dirname, 'cases', `${name.replaceAll(' ', '-')}-${seed}.json`);
  fs.writeFileSync(file, `${JSON.stringify(error.example, null, 1)}\n`);
  console.error(`The case was saved in ${file}.`);
}
