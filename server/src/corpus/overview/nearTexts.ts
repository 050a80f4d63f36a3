/** Pairs of articles whose texts are nearly the same, as a list. They are looked for when a person asks for them. */
import * as l10n from '@vscode/l10n';
import { plural } from '../../core/language';
import { HEADING } from '../charts/headings';
import type { Section } from '../charts/sections';
import { type Link, titleCell } from '../charts/table';
import { notAllCompared } from '../nearTexts/notAllCompared';
import { NEAR } from '../nearTexts/shingles';
import type { Position } from '../text/lines';

/** So many pairs are listed, the most similar ones. */
export const MOST_PAIRS = 200;

/** An article of a pair, as it was when the pair was found. */
export interface PairedArticle {
  readonly number: string;
  readonly title: string;
  /** URI of the file; of the document with this position; and the file's name. */
  readonly uri: string;
  readonly shown: string;
  readonly name: string;
  readonly position: Position;
  readonly digest: string;
}

export interface NearPair {
  /** Never used again for another pair. */
  readonly id: number;
  /** From NEAR to 1. */
  readonly similarity: number;
  readonly articles: readonly [PairedArticle, PairedArticle];
}

export interface NearFound {
  /** At most MOST_PAIRS. */
  readonly pairs: readonly NearPair[];
  /** How many pairs there are in all. */
  readonly count: number;
  /** How many articles there are in each group of such texts. */
  readonly groups: readonly number[];
  /** How many articles were not compared with all that may be like them. */
  readonly left: number;
  /** How many files could not be read, or changed while they were read. */
  readonly missed: number;
  /** Whether the corpus is as it was. */
  readonly isCurrent: boolean;
}

/** A section with a button that looks for what it shows. */
export interface SoughtSection extends Section {
  /** The button's label. */
  readonly seek: string;
}

/** The section of what was found; undefined if nobody has asked for it yet. */
export function nearSection(found: NearFound | undefined): SoughtSection {
  const pairs = found?.pairs ?? [];
  return {
    id: 'near-texts',
    title: l10n.t('Nearly the same texts'),
    sentence: found ? sentenceOn(found) : notYet(),
    chart: undefined,
    table: {
      head: [HEADING.similarity, HEADING.firstTitle, HEADING.firstFile, HEADING.secondTitle, HEADING.secondFile],
      rows: pairs.map(({ similarity, articles: [a, b] }) => [
        Math.floor(similarity * 100),
        ...[linkTo(a), a.name],
        ...[linkTo(b), b.name],
      ]),
      pairs: pairs.map(({ id }) => id),
    },
    seek: l10n.t('Find Nearly the Same Texts'),
  };
}

/** In per cent. */
const SHARE = NEAR * 100;

function notYet(): string {
  return l10n.t(
    'Reports of agencies, and articles that were posted again, often differ in a few words only. The button finds texts that share {0} % or more of their runs of five words. All files are read for that.',
    SHARE,
  );
}

function sentenceOn({ count, left, missed, isCurrent }: NearFound): string {
  return [
    count === 0
      ? l10n.t('No two different texts were found that share {0} % or more of their runs of five words.', SHARE)
      : plural(
          count,
          '{0} pair of texts was found that shares {1} % or more of their runs of five words.',
          '{0} pairs of texts were found that share {1} % or more of their runs of five words.',
          SHARE,
        ),
    ...(count > MOST_PAIRS ? [l10n.t('The {0} most similar pairs are listed.', MOST_PAIRS)] : []),
    ...(left === 0 ? [] : [notAllCompared(left)]),
    ...(missed === 0
      ? []
      : [
          plural(
            missed,
            '{0} file could not be read, or changed meanwhile, and is not compared.',
            '{0} files could not be read, or changed meanwhile, and are not compared.',
          ),
        ]),
    ...(isCurrent ? [] : [l10n.t('The corpus has changed since: find them again.')]),
  ].join(' ');
}

function linkTo({ title, shown, position }: PairedArticle): Link {
  return { ...titleCell(title), place: { uri: shown, position } };
}
