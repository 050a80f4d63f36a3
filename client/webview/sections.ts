/** The sections in the tab. A section whose content changes keeps its focus, its place and its open table. */
import type { ShownSection } from '../src/corpus/overview/messages';

const FOCUSABLE = 'button, summary, .mark';

export class Sections {
  private readonly shown = new Map<string, string>();
  private where: string | undefined;

  constructor(private readonly root: HTMLElement) {}

  show(sections: readonly ShownSection[]): void {
    for (const { id, html } of sections) {
      if (this.shown.get(id) === html) continue;
      this.shown.set(id, html);
      this.replace(this.sectionOf(id), html);
    }
    this.mark();
  }

  /** Marks the bars of the articles that the corpus view shows. */
  choose(where: string | undefined): void {
    this.where = where;
    this.mark();
  }

  /** Whether the corpus view shows just the articles of a query. */
  areThose(where: string): boolean {
    return this.where === where;
  }

  private mark(): void {
    const range = /^date >= (\S+) && date <= (\S+)$/.exec(this.where ?? '');
    for (const mark of this.root.querySelectorAll<HTMLElement>('.mark')) {
      const { where, first = '', last = '' } = mark.dataset;
      const [, from = '', to = ''] = range ?? [];
      const isInside = range !== null && first !== '' && first >= from && last <= to;
      mark.setAttribute('aria-pressed', String(isInside || (where !== undefined && where === this.where)));
    }
  }

  private sectionOf(id: string): HTMLElement {
    const known = this.root.querySelector<HTMLElement>(`section[data-section="${id}"]`);
    if (known) return known;
    const section = document.createElement('section');
    section.dataset.section = id;
    this.root.append(section);
    return section;
  }

  /** The server has escaped all text in the HTML, and the page's policy allows no script in it. */
  private replace(section: HTMLElement, html: string): void {
    const focused = document.activeElement;
    const key = focused && section.contains(focused) ? keyOf(focused) : undefined;
    const isOpen = section.querySelector('details')?.open ?? false;
    const scrolled = [...section.querySelectorAll('.chart, .table')].map(({ scrollLeft, scrollTop }) => ({
      left: scrollLeft,
      top: scrollTop,
    }));
    section.innerHTML = html;
    const details = section.querySelector('details');
    if (details) details.open = isOpen;
    for (const [index, box] of [...section.querySelectorAll('.chart, .table')].entries()) box.scrollTo(scrolled[index]);
    if (key === undefined) return;
    const all = [...section.querySelectorAll<HTMLElement>(FOCUSABLE)];
    const same = all.find((each) => keyOf(each) === key) ?? all[0];
    if (same?.matches('.mark')) reach(same);
    same?.focus({ preventScroll: true });
  }
}

/** From now on, the Tab key reaches this bar of its chart. */
export function reach(mark: HTMLElement): void {
  for (const each of mark.closest('svg')?.querySelectorAll('.mark[tabindex="0"]') ?? [])
    each.setAttribute('tabindex', '-1');
  mark.setAttribute('tabindex', '0');
}

/** What an element is, whatever its figures: the same before and after a change. */
function keyOf(element: Element): string {
  const { where, unit, act, uri, line, character, pair } = (element as HTMLElement).dataset;
  return JSON.stringify([element.tagName, where, unit, act, uri, line, character, pair]);
}
