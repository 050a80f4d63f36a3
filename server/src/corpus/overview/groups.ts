/** Articles that share their number or their text, as lists of groups. */
import * as l10n from '@vscode/l10n';
import { plural } from '../../core/language';
import { HEADING } from '../charts/headings';
import type { Section } from '../charts/sections';
import { type Cell, titleCell } from '../charts/table';
import { shownNumber } from '../rules/rule';
import type { Member } from '../tree/branches';

/** So many groups are listed, and so many articles of each. */
const MOST_GROUPS = 200;
const MOST_MEMBERS = 20;

export interface GroupsAbout {
  readonly id: string;
  readonly title: string;
  /** What the articles of a group have in common. */
  readonly shared: 'number' | 'text';
}

/** A list of groups of articles that share something. */
export function groupsSection({ id, title, shared }: GroupsAbout, groups: readonly (readonly Member[])[]): Section {
  const articles = groups.reduce((sum, { length }) => sum + length, 0);
  const isCut = groups.length > MOST_GROUPS || groups.some(({ length }) => length > MOST_MEMBERS);
  const cut = l10n.t('The first {0} groups are listed, with up to {1} articles.', MOST_GROUPS, MOST_MEMBERS);
  const rows = groups.slice(0, MOST_GROUPS).flatMap((members, index) => {
    const listed = members.slice(0, MOST_MEMBERS);
    return listed.map((member, at) => rowOf(index + 1, member, at === 0 ? listed : undefined));
  });
  return {
    ...{ id, title },
    sentence: [SENTENCE[shared](groups.length, articles), ...(isCut ? [cut] : [])].join(' '),
    chart: undefined,
    table: { head: [HEADING.group, HEADING.number, HEADING.date, HEADING.title, HEADING.file], rows },
  };
}

const SENTENCE: Readonly<Record<GroupsAbout['shared'], (groups: number, articles: number) => string>> = {
  number: (groups, articles) =>
    groups === 0
      ? l10n.t('No two articles have the same number.')
      : plural(
          groups,
          '{0} group of articles, {1} in all, has the same number.',
          '{0} groups of articles, {1} in all, have the same number.',
          plural(articles, '{0} article', '{0} articles'),
        ),
  text: (groups, articles) =>
    groups === 0
      ? l10n.t('No two articles have the same text.')
      : plural(
          groups,
          '{0} group of articles, {1} in all, has the same text.',
          '{0} groups of articles, {1} in all, have the same text.',
          plural(articles, '{0} article', '{0} articles'),
        ),
};

/** The first row of a group leads to all its `members`. */
function rowOf(group: number, { file, record }: Member, members: readonly Member[] | undefined): readonly Cell[] {
  const article = file.records[record];
  if (!article) return [];
  const { number, date, title, span } = article;
  const place = { uri: file.shown, position: file.rangeOf(span).start };
  return [
    members ? { text: group, name: l10n.t('Group {0}: show its articles', group), where: whereAny(members) } : group,
    shownNumber(number),
    date,
    { ...titleCell(title), place },
    file.name,
  ];
}

/** A query for some articles: by the names of their files and their numbers. */
function whereAny(members: readonly Member[]): string {
  const each = members.map(
    ({ file, record }) => `file = ${quoted(file.name)} && number = ${quoted(file.records[record]?.number ?? '')}`,
  );
  return [...new Set(each)].join(' || ');
}

/** A text as a value of a query. */
function quoted(text: string): string {
  return `"${text.replace(/["\\]/g, '\\$&')}"`;
}
