/**
 * Choosing bars: one by a click, or by Enter; several days by dragging, or by Shift with the arrow keys. The arrow keys go from bar to
 * bar.
 */
import { reach } from './sections';

export class Brush {
  /** The bar where a choice has begun. */
  private anchor: HTMLElement | undefined;
  private isDragging = false;

  constructor(
    private readonly root: HTMLElement,
    /** Called with the chosen bars of a chart, in their order. */
    private readonly choose: (marks: readonly HTMLElement[]) => void,
    /** Called with the bars that are selected by keyboard so far. */
    private readonly selected: (marks: readonly HTMLElement[]) => void,
  ) {
    root.addEventListener('pointerdown', (event) => this.press(event));
    root.addEventListener('pointermove', (event) => this.drag(event));
    document.addEventListener('pointerup', () => this.release());
    root.addEventListener('click', (event) => this.click(event));
    root.addEventListener('keydown', (event) => this.key(event));
    root.addEventListener('keyup', ({ key }) => key === 'Shift' && this.end());
  }

  private press(event: PointerEvent): void {
    const mark = markAt(event);
    if (!mark || event.button !== 0) return;
    event.preventDefault(); // Nothing is selected as text.
    this.isDragging = true;
    this.anchor = mark;
    focusOn(mark);
    this.show(mark);
  }

  private drag(event: PointerEvent): void {
    const mark = markAt(event);
    if (this.isDragging && mark) this.show(mark);
  }

  private release(): void {
    if (!this.isDragging) return;
    this.isDragging = false;
    const marks = this.marked();
    this.clear();
    if (marks.length > 1) this.choose(marks);
  }

  /** On one bar. After dragging from one to another, there is none. A screen reader clicks without a pointer. */
  private click(event: Event): void {
    const mark = markAt(event);
    if (mark) this.choose([mark]);
  }

  private key(event: KeyboardEvent): void {
    const { key, shiftKey } = event;
    const mark = event.target instanceof Element ? event.target.closest<HTMLElement>('.mark') : null;
    if (!mark) return;
    if (key === 'Enter' || key === ' ') {
      const marks = this.marked();
      this.clear();
      this.choose(marks.length > 1 ? marks : [mark]);
    } else if (key === 'Escape') this.clear();
    else {
      const next = neighbour(mark, key);
      if (!next) return;
      focusOn(next);
      if (shiftKey && next.dataset.first !== undefined) {
        this.anchor ??= mark;
        this.show(next);
        this.selected(this.marked());
      } else this.clear();
    }
    event.preventDefault(); // The page does not scroll.
  }

  /** Shift was released: what was marked by keyboard is chosen. */
  private end(): void {
    const marks = this.isDragging ? [] : this.marked();
    if (marks.length < 2) return;
    this.clear();
    this.choose(marks);
  }

  /** Marks the bars from the first one of the choice to this one, if they are days of the same chart. */
  private show(mark: HTMLElement): void {
    const { anchor } = this;
    if (!anchor || anchor.closest('svg') !== mark.closest('svg')) return;
    const marks = siblingsOf(mark);
    const [from, to] = [marks.indexOf(anchor), marks.indexOf(mark)].sort((a, b) => a - b) as [number, number];
    const isRange = mark.dataset.first !== undefined;
    for (const [index, each] of marks.entries())
      each.classList.toggle('brushed', isRange ? index >= from && index <= to : each === anchor);
  }

  private marked(): readonly HTMLElement[] {
    return [...this.root.querySelectorAll<HTMLElement>('.brushed')];
  }

  private clear(): void {
    this.anchor = undefined;
    for (const mark of this.marked()) mark.classList.remove('brushed');
  }
}

function markAt({ target }: Event): HTMLElement | null {
  return target instanceof Element ? target.closest<HTMLElement>('.mark') : null;
}

function siblingsOf(mark: HTMLElement): readonly HTMLElement[] {
  return [...(mark.closest('svg')?.querySelectorAll<HTMLElement>('.mark') ?? [])];
}

/** The bar that a key goes to. */
function neighbour(mark: HTMLElement, key: string): HTMLElement | undefined {
  const marks = siblingsOf(mark);
  const at = marks.indexOf(mark);
  if (key === 'Home') return marks[0];
  if (key === 'End') return marks.at(-1);
  if (key === 'ArrowRight' || key === 'ArrowDown') return marks[at + 1];
  return key === 'ArrowLeft' || key === 'ArrowUp' ? marks[at - 1] : undefined;
}

function focusOn(mark: HTMLElement): void {
  reach(mark);
  mark.focus();
}
