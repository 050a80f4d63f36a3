import * as l10n from '@vscode/l10n';
import { fieldRank } from '../format';
import type { Marker } from '../markers/scanner';
import { endsSpelledOut } from '../markers/spelledOut';
import { type Article, ownMarkers } from '../parse/article';
import { spacing } from '../repair/spacing';
import { isBlank, isGlued } from '../span';
import type { Context, Rule } from './rule';

/** There is no white space between a marker and its neighbour. Shown on the marker; on the second of two markers. */
export const markerSpacing: Rule = {
  code: 'marker-spacing',
  severity: 'warning',
  silentIn: 'healthy',
  get finds() {
    return l10n.t('a marker without white space beside it');
  },
  why: 'Tools that split text at white space read the marker and the text beside it as one word. They miss the marker, or damage the value.',
  example:
    ' F-N-S-T-A-R-T. 1986 F-N-E-N-D.  D-A-T-E-S-T-A-R-T. 2024-04-09 D-A-T-E-E-N-D.  T-I-T-L-E-S-T-A-R-T. A truce in GazaT-I-T-L-E-E-N-D.  T-E-X-T-S-T-A-R-T. Weeks of talks have failed. T-E-X-T-E-N-D. ',
  *check(article, context) {
    const places = [...gluedPlaces(article, context)];
    if (places.length === 0) return;
    const { inside, between, border } = spacing(article);
    const missing = { beside: inside, between, border };
    for (const [first, second] of byMarker(places)) {
      const both = second ? [first, second] : [first];
      const edits = both.map(({ at, space }) => ({ span: { start: at, end: at }, text: missing[space] }));
      const completesAnother = both.some(
        ({ marker, at, space }) => space === 'beside' && at === marker.start && endsSpelledOut(article.text, at),
      );
      yield {
        span: first.marker,
        message: second ? onBothSides() : messageAt(first.neighbour),
        fixes: completesAnother ? [] : [{ title: l10n.t('Insert white space'), edits, tier: 'safe' }],
      };
    }
  },
};

/** The places in order, two at a time where they are the two sides of one marker. */
function* byMarker(places: readonly GluedPlace[]): Generator<[first: GluedPlace, second?: GluedPlace]> {
  for (let i = 0; i < places.length; i++) {
    const [place, next] = [places[i] as GluedPlace, places[i + 1]];
    const { marker, at } = place;
    if (next && at === marker.start && next.at === marker.end) {
      yield [place, next];
      i++;
    } else {
      yield [place];
    }
  }
}

/** Which white space is missing: between a marker and its value, between two fields, or between two articles. */
type Space = 'beside' | 'between' | 'border';

/** What the marker touches. */
type Neighbour = 'marker-before' | 'text-before' | 'text-after' | 'next-article';

interface GluedPlace {
  readonly marker: Marker;
  /** Where the white space is missing. */
  readonly at: number;
  readonly space: Space;
  readonly neighbour: Neighbour;
}

function onBothSides(): string {
  return l10n.t('There is no white space on either side of this marker. Insert white space.');
}

function messageAt(neighbour: Neighbour): string {
  switch (neighbour) {
    case 'marker-before':
      return l10n.t('There is no white space between this marker and the marker before it. Insert white space.');
    case 'text-before':
      return l10n.t('There is no white space between this marker and the text before it. Insert white space.');
    case 'text-after':
      return l10n.t('There is no white space between this marker and the text after it. Insert white space.');
    case 'next-article':
      return l10n.t('There is no white space between this marker and the next article. Insert white space.');
  }
}

/**
 * The places where white space is missing. Only the markers of whole fields count, and only beside their value or another
 * such marker. Anything else that they touch is stray, or part of a broken field, and is reported by another rule; so is an
 * empty field. A misspelled marker does not count, because its ends are only a guess.
 */
function* gluedPlaces({ text, markers, fields, glued }: Article, context: Context): Generator<GluedPlace> {
  const whole = new Set(fields.filter(ownMarkers).flatMap(({ start, end }) => [start, end]));
  const counts = (marker: Marker | undefined) => marker && whole.has(marker) && !marker.misspelled;
  for (const [i, marker] of markers.entries()) {
    if (!counts(marker)) continue;
    const { side, start, end } = marker;
    const before = markers[i - 1];
    if (before?.end === start) {
      const parts = before.side === 'end' && side === 'start' && counts(before);
      if (parts) yield { marker, at: start, space: 'between', neighbour: 'marker-before' };
    } else if (
      side === 'end' &&
      isGlued(text, start - 1) &&
      isComplete(marker, context) &&
      !mayEndMisspelled(text, before, start)
    ) {
      yield { marker, at: start, space: 'beside', neighbour: 'text-before' };
    }
    if (side === 'start' && isGlued(text, end) && markers[i + 1]?.start !== end) {
      yield { marker, at: end, space: 'beside', neighbour: 'text-after' };
    }
    if (side === 'end' && end === text.length && glued) {
      yield { marker, at: end, space: 'border', neighbour: 'next-article' };
    }
  }
}

/** Whether the one character before a marker may belong to the misspelled marker before that, as in `F-N-S-T-A-R-T- .F-N-E-N-D.` */
function mayEndMisspelled(text: string, before: Marker | undefined, start: number): boolean {
  return before?.misspelled === true && before.end < start && isBlank(text, before.end, start - 1);
}

/** Whether the marker is of a known field. Other letters may be the rest of a misspelled marker. */
function isComplete({ letters }: Marker, { additionalFields }: Context): boolean {
  return fieldRank(letters) !== -1 || additionalFields.includes(letters);
}
