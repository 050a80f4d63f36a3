/** The rules of a `.gitignore`, and how a repository compares names with them. */
import ignore, { type Ignore } from 'ignore';

/** The files of a git repository, besides `.gitignore`, that decide what is ignored. A text is empty if there is no such file. */
export interface RepositoryRules {
  /** The text of its `config`. */
  readonly config: string;
  /** The text of its `info/exclude`. */
  readonly exclude: string;
}

/** The rules in the text of a `.gitignore` or of `info/exclude`. Names are compared with or without regard to case. */
export function ignoreRules(content: string, ignoresCase: boolean): Ignore {
  // Git ignores a byte order mark too.
  return ignore({ ignorecase: ignoresCase }).add(content.replace(/^\ufeff/, ''));
}

const TRUE = new Set(['true', 'yes', 'on', '1']);

/**
 * Whether a repository compares names without regard to case: `core.ignorecase` in the text of its `config`, of which the
 * last one counts. (https://git-scm.com/docs/git-config#_configuration_file; other files that it includes are not read.)
 */
export function ignoresCase(config: string): boolean {
  let section = '';
  let found = false;
  for (const line of config.split('\n').map((each) => each.trim())) {
    const end = line.startsWith('[') ? line.indexOf(']') : -1;
    if (end > 0) section = line.slice(1, end).trim().toLowerCase();
    const [setting = ''] = line.slice(end + 1).split(/[#;]/, 1);
    const [name = '', value = 'true'] = setting.split('=', 2).map((part) => part.trim().toLowerCase());
    if (section === 'core' && name === 'ignorecase') found = TRUE.has(value.replaceAll('"', ''));
  }
  return found;
}
