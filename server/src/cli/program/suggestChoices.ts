/** Suggests the choice that a misspelled one is meant as. Commander suggests only commands and options. */
import { type Argument, InvalidArgumentError, type Option } from 'commander';
import { didYouMean } from '../../core/text/closest';

/** Makes an option or argument with choices answer a wrong one with all of them and the closest. Others are left as they are. */
export function suggestChoices(chosen: Option | Argument): void {
  const { argChoices: choices } = chosen;
  if (!choices) return;
  chosen.argParser((value: string) => {
    if (choices.includes(value)) return value;
    throw new InvalidArgumentError(`Allowed choices are ${choices.join(', ')}.${didYouMean(value, choices)}`);
  });
}
