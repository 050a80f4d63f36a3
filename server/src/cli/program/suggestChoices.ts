/** Suggests the choice of an option that a misspelled one is meant as. Commander suggests only commands and options. */
import { InvalidArgumentError, type Option } from 'commander';
import { didYouMean } from '../../core/text/closest';

/** Makes an option with choices answer a wrong one with all of them and the closest. Others are left as they are. */
export function suggestChoices(option: Option): void {
  const { argChoices: choices } = option;
  if (!choices) return;
  option.argParser((value: string) => {
    if (choices.includes(value)) return value;
    throw new InvalidArgumentError(`Allowed choices are ${choices.join(', ')}.${didYouMean(value, choices)}`);
  });
}
