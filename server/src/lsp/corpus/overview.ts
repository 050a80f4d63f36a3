/** The overview of the corpus. */
import type { Steps } from '../../core/steps';
import { csvFile, svgFile } from '../../corpus/charts/files';
import { collecting } from '../../corpus/overview/collected';
import { sectionMarkup } from '../../corpus/overview/markup';
import { nearSection } from '../../corpus/overview/nearTexts';
import { overviewSections } from '../../corpus/overview/overview';
import type { Overview, OverviewFile, OverviewFileParams, OverviewParams } from '../../protocol';
import type { CorpusNearTexts } from './nearTexts';
import type { ScanState } from './scan';
import type { CorpusView } from './view';

export class CorpusOverview {
  constructor(
    private readonly view: CorpusView,
    private readonly scan: ScanState,
    private readonly near: CorpusNearTexts,
  ) {}

  *overview({ unit }: OverviewParams): Steps<Overview> {
    const { isDue: isChecking, wasStopped } = this.scan;
    const sections: { id: string; html: string }[] = [];
    for (const section of yield* this.sections(unit)) {
      sections.push({ id: section.id, html: sectionMarkup(section) });
      yield;
    }
    return { sections, isChecking, wasStopped };
  }

  *file({ section: id, form, unit }: OverviewFileParams): Steps<OverviewFile | null> {
    const section = (yield* this.sections(unit)).find((each) => each.id === id);
    const content = section && (form === 'svg' ? svgFile(section) : csvFile(section));
    return content === undefined || !section ? null : { title: section.title, content };
  }

  private *sections(unit: OverviewParams['unit']) {
    const notArticles = yield* this.view.notArticles();
    yield* this.view.preparing();
    const { files, problemsOf } = this.view.now();
    const { found } = this.near;
    const collected = yield* collecting(files, problemsOf, notArticles, found?.isCurrent ? found.groups : undefined);
    return [...(yield* overviewSections(collected, unit)), nearSection(found)];
  }
}
