/** The corpus settings of a workspace folder. */
import type { ClientSettings } from '../../clientSettings';

export interface CorpusSettings {
  /** Whether files that are not open are checked. */
  readonly checksFolder: boolean;
  /** Glob patterns, relative to the folder. */
  readonly include: readonly string[];
  readonly exclude: readonly string[];
}

/** What holds where the client has no other settings. */
const DEFAULTS: CorpusSettings = {
  checksFolder: true,
  include: ['**/*.txt', '**/*.article'],
  exclude: ['**/.git', '**/node_modules'],
};

/** The section `article`, as far as it is about the corpus. The client may send anything. */
interface ArticleSection {
  readonly corpus?: { readonly check?: unknown; readonly include?: unknown; readonly exclude?: unknown } | null;
  readonly detection?: unknown;
  readonly detectionExclude?: unknown;
}

/** The sections other than `article` that affect which files belong to the corpus. */
export const EXCLUDING_SECTIONS = ['files.exclude', 'search.exclude'];

export async function readCorpusSettings(clientSettings: ClientSettings, folder: string): Promise<CorpusSettings> {
  const sections = ['article', ...EXCLUDING_SECTIONS].map((section) => ({ scopeUri: folder, section }));
  const [article, ...excluding] = await clientSettings.ask(sections);
  const { corpus, detection, detectionExclude } = (article ?? {}) as ArticleSection;
  return {
    // Files that are not open are found by their content, so without detection none can be found.
    checksFolder: corpus?.check !== 'openFiles' && detection !== 'off',
    include: strings(corpus?.include) ?? DEFAULTS.include,
    exclude: [
      ...(excluding.some(Boolean) ? excluding.flatMap(switchedOn) : DEFAULTS.exclude),
      ...(strings(corpus?.exclude) ?? []),
      ...(strings(detectionExclude) ?? []),
    ],
  };
}

function strings(value: unknown): readonly string[] | undefined {
  return Array.isArray(value) ? value.filter((pattern) => typeof pattern === 'string') : undefined;
}

/**
 * The patterns of `files.exclude` and `search.exclude` that always hold, not those with a condition (`{ "when":
 * "$(basename).ts" }`).
 */
function switchedOn(patterns: unknown): readonly string[] {
  return Object.entries(patterns ?? {}).flatMap(([pattern, on]) => (on === true ? [pattern] : []));
}
