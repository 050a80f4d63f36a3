/** Whether text is coloured: as `--color` says, or as the environment and the terminal say. */
import pc from 'picocolors';

export const COLOR_CHOICES = ['auto', 'always', 'never'] as const;

export type ColorChoice = (typeof COLOR_CHOICES)[number];

/** What decides where `--color` leaves it open. */
export interface Surroundings {
  readonly isTerminal: boolean;
  /** NO_COLOR counts before FORCE_COLOR. Either counts if it is not empty; FORCE_COLOR=0 is like NO_COLOR. */
  readonly env: NodeJS.ProcessEnv;
}

/** By default, those of standard output. */
export function isColored(
  choice: ColorChoice = 'auto',
  { isTerminal, env }: Surroundings = { isTerminal: process.stdout.isTTY === true, env: process.env },
): boolean {
  if (choice !== 'auto') return choice === 'always';
  if (env.NO_COLOR || env.FORCE_COLOR === '0') return false;
  return Boolean(env.FORCE_COLOR) || (isTerminal && env.TERM !== 'dumb');
}

export type Paint = ReturnType<typeof pc.createColors>;

/** Functions that colour text, or leave it as it is. */
export function paint(isOn: boolean): Paint {
  return pc.createColors(isOn);
}
