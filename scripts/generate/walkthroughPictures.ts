/** The pictures of the walkthrough in other languages: the English ones, which are drawn by hand, with other words. */
import fs from 'node:fs';

/** The pictures, named as the steps of the walkthrough. */
export const PICTURES = ['sample', 'problems', 'fix', 'find', 'export'] as const;

/** The words in the pictures, by their keys in package.nls.json. The title of each is what its step says of it. */
export const PICTURE_TEXTS = {
  'picture.outline': 'OUTLINE',
  'picture.words': '41 words',
  'picture.quickFix': 'Quick Fix',
  'picture.insert': 'Insert T-I-T-L-E-E-N-D.',
  'picture.switchOff': 'Switch unmatched-start off in the settings',
  'picture.byProblem': 'CORPUS, BY PROBLEM',
} as const;

/** The file of a picture in the language of a file with the texts of package.json. */
export function pictureFor(textsFile: string, name: string): string {
  return textsFile.replace(/^package\.nls(.*)\.json$/, `walkthrough/${name}$1.svg`);
}

/** A picture with the texts of another language in place of the English ones. Throws if it has another title than its step. */
export function picture(
  name: string,
  english: Readonly<Record<string, string>>,
  texts: Readonly<Record<string, string>>,
): string {
  const drawn = fs.readFileSync(new URL(`../../walkthrough/${name}.svg`, import.meta.url), 'utf8');
  const title = (words: Readonly<Record<string, string>>) =>
    `<title>${words[`walkthrough.${name}.picture`]?.replace(/\.$/, '')}</title>`;
  if (!drawn.includes(title(english))) throw new Error(`The title of ${name}.svg is not that of its step.`);
  return Object.entries(PICTURE_TEXTS).reduce(
    (svg, [key, text]) => svg.replaceAll(`>${text}<`, `>${texts[key]}<`),
    drawn.replace(title(english), title(texts)),
  );
}
