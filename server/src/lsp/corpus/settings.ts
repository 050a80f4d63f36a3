/** The corpus settings of a workspace folder. */
import type { Connection } from 'vscode-languageserver';

export interface CorpusSettings {
  /** Whether files that are not open are checked. */
  readonly checksFolder: boolean;
  /** Glob patterns, relative to the folder. */
  readonly include: readonly string[];
  readonly exclude: readonly string[];
}

/** The settings for a client that has none. */
const DEFAULTS: CorpusSettings = {
  checksFolder: true,
  include: ['**/*.txt', '**/*.article'],
  exclude: ['**/.git', '**/node_modules'],
};

/** The sections other than `article` that affect which files belong to the corpus. */
export const EXCLUDING_SECTIONS = ['files.exclude', 'search.exclude'];

export async function readCorpusSettings(
  connection: Connection,
  folder: string,
  asksClient: boolean,
): Promise<CorpusSettings> {
  if (!asksClient) return DEFAULTS;
  const sections = ['article', ...EXCLUDING_SECTIONS].map((section) => ({ scopeUri: folder, section }));
  const [article, ...excluding] = await connection.workspace.getConfiguration(sections).catch(() => []);
  const { corpus, detection, detectionExclude } = article ?? {};
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
