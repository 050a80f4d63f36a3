/** The script in the overview's tab. It shows the sections, and tells the extension what a person does with them. */
import type { FromTab, Remembered, ToTab } from '../src/corpus/overview/messages';
import { Brush } from './brush';
import { pngOf } from './image';
import { Sections } from './sections';

declare function acquireVsCodeApi(): {
  postMessage(message: FromTab): void;
  getState(): Remembered | undefined;
  setState(state: Remembered): void;
};

const extension = acquireVsCodeApi();
const say = (message: FromTab) => extension.postMessage(message);
const remember = (state: Remembered) => extension.setState({ ...extension.getState(), ...state });

const sections = new Sections(byId('sections'));
/** Where to scroll to until all is there, unless a person does: the tab was hidden, or the window reloaded, and it begins again. */
let scroll = extension.getState()?.scroll;
for (const type of ['wheel', 'keydown', 'pointerdown'])
  window.addEventListener(type, () => {
    scroll = undefined;
  });

window.addEventListener('message', async ({ data }: MessageEvent<ToTab>) => {
  if (data.type === 'draw') {
    const png = await pngOf(data.svg);
    say({ type: 'drawn', ...(png !== undefined && { png }) });
  } else if (data.type === 'filtered') {
    showFilter(data.filter);
  } else if (data.type === 'say') {
    byId('said').textContent = data.text;
  } else {
    byId('note').textContent = data.note;
    sections.show(data.sections);
    if (scroll === undefined) return;
    window.scrollTo(0, scroll);
    if (data.note === '') scroll = undefined;
  }
});

function showFilter(filter: (ToTab & { type: 'filtered' })['filter']): void {
  const shown = byId('filter');
  shown.hidden = filter === undefined;
  const text = shown.querySelector('span');
  if (text) text.textContent = filter?.sentence ?? '';
  sections.choose(filter?.where);
}

document.addEventListener('click', ({ target }) => {
  const button = target instanceof Element ? target.closest<HTMLElement>('button') : null;
  if (button) press(button);
});

new Brush(
  byId('sections'),
  (marks) => {
    const [first, last] = [marks[0], marks.at(-1)];
    if (!first || !last) return;
    const { where = '' } = first.dataset;
    if (first !== last) say({ type: 'days', first: first.dataset.first ?? '', last: last.dataset.last ?? '' });
    else if (sections.areThose(where)) say({ type: 'clear' });
    else say({ type: 'filter', where });
  },
  (marks) => {
    const [first, last] = [marks[0]?.dataset.first ?? '', marks.at(-1)?.dataset.last ?? ''];
    say({ type: 'selected', count: marks.length, first, last });
  },
);

window.addEventListener('scroll', () => remember({ scroll: scroll ?? window.scrollY }));

function press(button: HTMLElement): void {
  const { act, unit, where, uri, line, character, pair } = button.dataset;
  const section = button.closest('section')?.dataset.section ?? '';
  if (unit !== undefined) {
    remember({ unit });
    say({ type: 'unit', unit });
  } else if (uri !== undefined) say({ type: 'open', uri, line: Number(line), character: Number(character) });
  else if (where !== undefined) say({ type: 'filter', where });
  else if (act === 'copy' || act === 'save') say({ type: act, section });
  else if (act === 'clear' || act === 'seek') say({ type: act });
  else if (pair !== undefined) say({ type: 'compare', pair: Number(pair) });
}

function byId(id: string): HTMLElement {
  const found = document.getElementById(id);
  if (!found) throw new Error(`The page has no ${id}.`);
  return found;
}

say({ type: 'ready' });
