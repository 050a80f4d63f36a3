/** An article that is proven healthy. It is only its text until its markers or fields are first asked for. */
import type { Article } from './article';
import type { HealthyValues } from './proof';
import { articlesOf } from './readRun';
import { type HealthyRun, markedRun } from './runs';

/** One empty list for all of them. */
const NONE: readonly never[] = [];

export class UnreadArticle implements Article {
  readonly text: string;
  readonly healthy: HealthyValues;
  readonly head: number | undefined;
  readonly final: boolean;
  readonly isWhole = true;
  readonly glued = false;
  #article: Article | undefined;

  /** `text` is that of the run; `first` says whether it begins the document. */
  constructor(
    text: string,
    { start, end, healthy: { number, latest, text: value }, head, final }: HealthyRun,
    readonly first: boolean,
  ) {
    this.text = text.slice(start, end);
    this.healthy = { number, latest, text: value };
    this.head = head;
    this.final = final;
  }

  readonly conflicts: Article['conflicts'] = NONE;
  readonly jumbles: Article['jumbles'] = NONE;

  get markers(): Article['markers'] {
    return this.read().markers;
  }

  get fields(): Article['fields'] {
    return this.read().fields;
  }

  get faults(): Article['faults'] {
    return this.read().faults;
  }

  private read(): Article {
    this.#article ??= articlesOf(this.text, markedRun(this.text), this.first)[0] as Article;
    return this.#article;
  }
}
