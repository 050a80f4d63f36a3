/**
 * The accidents that happen to a marker or beside it. A fix that writes a marker is safe only if an accident that keeps all
 * values explains what is there, and none that changes a value does. Otherwise a person decides, and the finding says what
 * cannot be known. docs/rules/accidents.md shows the table.
 *
 * An example: `All is well. T-E-X-\n> T-E-N-D.` may get its END in two places. With either, `T-E-X-` and `>` become text, and
 * nothing reports them again.
 */
import * as l10n from '@vscode/l10n';
import { scanMarkers } from '../markers/scanner';
import type { Article } from '../parse/article';
import type { Edit, Fix } from './edit';
import { type MarkerPlace, placeOfMarker, placeOfSpace } from './place';
import * as signs from './signs';

export interface Accident {
  /** What happened, as a sentence. */
  readonly name: string;
  /** A part of a healthy article, and what the accident leaves of it. */
  readonly example: readonly [part: string, left: string];
  /** Whether it may have made what is at this place. */
  explains(place: MarkerPlace): boolean;
}

/** An accident that changes a value, or leaves a part of a marker in it. */
export interface HarmfulAccident extends Accident {
  /** What cannot be known, and what to do, as a sentence. */
  says(place: MarkerPlace): string;
}

/** After these, a fix that writes the marker would make a wrong value, in which nothing is found any more. */
export const HARMFUL: readonly HarmfulAccident[] = [
  {
    name: 'A text was cut off: the download broke off, or there was a limit of its length.',
    example: [' well. T-E-X-T-E-N-D. ', ''],
    explains: (place) => place.kind === 'text' && signs.isHeadLost(place) && !signs.endsWithSentence(place),
    says: () => l10n.t('The text may have been cut off here: compare it with the source.'),
  },
  {
    name: 'A cut took a part of a value, and the marker or the white space beside it.',
    example: [' win T-I-T-L-E-E-N-D.', ' L-E-E-N-D.'],
    explains: (place) => signs.isCutThrough(place) || (signs.isMostlyLost(place) && !signs.isOfItsKind(place)),
    says: () => l10n.t('A part of the value may have been lost: compare it with the source.'),
  },
  {
    name: 'A cut took the end of one field and the beginning of another one.',
    example: [' T-I-T-L-E-E-N-D.  T-E-X-T-S-T-A-R-T.', ''],
    explains: (place) => signs.isOfFieldThatIsMissing(place),
    says: () => l10n.t('Two values may have been joined here: compare it with the source.'),
  },
  {
    name: 'A part of the marker is in the value, or all of it in a spelling that is not known.',
    example: ['T-I-T-L-E-E-N-D.', 'T\r\n    -I-T-L-E-E-N-D.'],
    explains: signs.isRestInValue,
    says: ({ word }) =>
      l10n.t('“{0}” may be what is left of the marker, and no part of the value: compare it with the source.', word),
  },
  {
    name: 'A label, a mark or markup was written in place of the marker.',
    example: ['T-I-T-L-E-S-T-A-R-T.', 'Title:'],
    explains: signs.isStandIn,
    says: ({ word }) =>
      l10n.t('“{0}” may be in place of the marker, and no part of the value: compare it with the source.', word),
  },
  {
    name: 'A part of the value is in the marker.',
    example: ['T-E-X-T-S-T-A-R-T. All', 'T-E-X-T-S-T-A-RAt last all'],
    explains: signs.isValueInMarker,
    says: ({ present }) => l10n.t('A part of “{0}” may belong to the value: compare it with the source.', present),
  },
];

/** After these, the fix restores what was there. */
export const HARMLESS: readonly Accident[] = [
  {
    name: 'A marker was deleted, alone or with one white-space character beside it.',
    example: ['T-I-T-L-E-E-N-D.', ''],
    explains: signs.isWhereOneMarkerWas,
  },
  {
    name: 'A marker was written in another way, or a part of it was deleted.',
    example: ['T-I-T-L-E-E-N-D.', 'T–I–T–L–E–E–N–D'],
    explains: ({ present, isStuck }) => present !== '' && !isStuck,
  },
  {
    name: 'The white space between a marker and its value was deleted.',
    example: ['win T-I-T-L-E-E-N-D.', 'winT-I-T-L-E-E-N-D.'],
    explains: ({ isStuck }) => isStuck,
  },
];

/** The doubt where no accident of the table explains what is there. */
function unexplained(): string {
  return l10n.t('More than a marker may have been lost here: compare it with the source.');
}

/**
 * Why a fix is not safe, as a sentence that says what cannot be known and what to do; undefined if it is safe. Edits that
 * neither write a marker nor part one from its value are not judged.
 */
export function doubtAbout(article: Article, { edits }: Fix): string | undefined {
  for (const edit of edits) {
    const doubt = doubtAboutEdit(article, edit);
    if (doubt) return doubt;
  }
  return undefined;
}

function doubtAboutEdit(article: Article, edit: Edit): string | undefined {
  const { span, text } = edit;
  const isSpace = text.trim() === '';
  if (isSpace && span.start < span.end) return undefined;
  const place = isSpace ? placeOfSpace(article, edit) : placeOfMarker(article, edit);
  if (!place) return isSpace || scanMarkers(text).next().done ? undefined : unexplained();
  const harmful = HARMFUL.find((accident) => accident.explains(place));
  if (harmful) return harmful.says(place);
  return HARMLESS.some((accident) => accident.explains(place)) ? undefined : unexplained();
}
