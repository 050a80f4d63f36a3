/** Articles that share their number or their text, as lists of groups. */
import type { Section } from '../charts/sections';
import type { Cell } from '../charts/table';
import { counted, plural } from '../counted';
import { shownNumber } from '../rules/rule';
import type { Member } from '../treeBranches';

/** So many groups are listed, and so many articles of each. */
const MOST_GROUPS = 200;
const MOST_MEMBERS = 20;

export interface GroupsAbout {
  readonly id: string;
  readonly title: string;
  /** What the articles of a group share, as in `the same number`. */
  readonly shared: string;
}

/** A list of groups of articles that share something. */
export function groupsSection({ id, title, shared }: GroupsAbout, all: Iterable<readonly Member[]>): Section {
  const groups = [...all].filter(({ length }) => length > 1);
  const articles = groups.reduce((sum, { length }) => sum + length, 0);
  const isCut = groups.length > MOST_GROUPS || groups.some(({ length }) => length > MOST_MEMBERS);
  const cut = isCut ? ` The first ${counted(MOST_GROUPS)} groups are listed, with up to ${MOST_MEMBERS} articles.` : '';
  const rows = groups.slice(0, MOST_GROUPS).flatMap((members, index) => {
    const listed = members.slice(0, MOST_MEMBERS);
    return listed.map((member, at) => rowOf(index + 1, member, at === 0 ? listed : undefined));
  });
  return {
    ...{ id, title },
    sentence:
      groups.length === 0
        ? `No two articles have ${shared}.`
        : `${plural(groups.length, 'group')} of articles, ${plural(articles, 'article')} in all, ${groups.length === 1 ? 'has' : 'have'} ${shared}.${cut}`,
    chart: undefined,
    table: { head: ['group', 'number', 'date', 'title', 'file'], rows },
  };
}

/** The first row of a group leads to all its `members`. */
function rowOf(group: number, { file, record }: Member, members: readonly Member[] | undefined): readonly Cell[] {
  const article = file.records[record];
  if (!article) return [];
  const { number, date, title, span } = article;
  const place = { uri: file.shown, position: file.rangeOf(span).start };
  return [
    members ? { text: group, name: `Group ${group}: show its articles`, where: whereAny(members) } : group,
    shownNumber(number),
    date,
    { text: title || 'No title', place },
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
