/**
 * Queries, which choose articles: `date >= 2023-10-07 && words > 200 && title ~ "Gaza"`. The grammar:
 *
 *     either     = both { "||" both }
 *     both       = one { "&&" one }
 *     one        = "!" one | "(" either ")" | comparison
 *     comparison = field operator value
 *
 * The values of a logic with three values: what cannot be decided for an article is neither true nor false, also after `!`.
 */
import * as l10n from '@vscode/l10n';
import type { Test, Truth } from './comparisons';
import { comparisonOf, type Need, notCompared } from './fields';
import type { QueriedArticle } from './queriedArticle';
import { QueryError } from './queryError';
import { OPERATORS, type Operator, type Sign, type Token, tokensOf } from './tokens';

export interface Query {
  readonly needs: ReadonlySet<Need>;
  /** Whether an article is chosen. */
  chooses(article: QueriedArticle): boolean;
}

/** Chooses all articles. */
export const ALL: Query = { needs: new Set(), chooses: () => true };

/**
 * Reads a query. `own` are the columns of user-defined fields, which it may name; undefined where neither these are known nor
 * the texts. Throws a QueryError.
 */
export function readQuery(query: string, own: readonly string[] | undefined): Query {
  const reader = new Reader(tokensOf(query), own);
  const test = reader.all();
  return { needs: reader.needs, chooses: (article) => test(article) === true };
}

/** So many parentheses and `!` around each other are more than anybody writes, and fewer than the engine's stack can take. */
const DEEPEST = 200;

class Reader {
  readonly needs = new Set<Need>();
  private at = 0;
  private depth = 0;

  constructor(
    private readonly tokens: readonly Token[],
    private readonly own: readonly string[] | undefined,
  ) {}

  all(): Test {
    const test = this.either();
    if (this.next.kind !== 'end') throw expected(l10n.t('&&, || or the end of the query'), this.next);
    return test;
  }

  private either(): Test {
    const tests = [this.both()];
    while (this.take('||')) tests.push(this.both());
    return anyOf(tests, true);
  }

  private both(): Test {
    const tests = [this.one()];
    while (this.take('&&')) tests.push(this.one());
    return anyOf(tests, false);
  }

  private one(): Test {
    if (++this.depth > DEEPEST)
      throw new QueryError(l10n.t('This query is nested too deeply. Make it shorter.'), this.next.span);
    const test = this.take('!') ? not(this.one()) : this.take('(') ? this.enclosed() : this.comparison();
    this.depth--;
    return test;
  }

  private enclosed(): Test {
    const test = this.either();
    if (!this.take(')')) throw expected(l10n.t('&&, || or )'), this.next);
    return test;
  }

  private comparison(): Test {
    const field = this.next;
    if (field.kind !== 'word') {
      const text = field.kind === 'quoted' ? notCompared(field, this.own) : undefined;
      throw text ?? expected(l10n.t('the name of a field, ! or ('), field);
    }
    this.at++;
    const operator = this.next;
    if (!isOperator(operator) && field.text.toLowerCase() === 'not') throw inWords(field, '!');
    if (!isOperator(operator))
      throw notCompared(field, this.own) ?? expected(l10n.t('one of {0}', OPERATORS.join(' ')), operator);
    this.at++;
    const value = this.next;
    if (value.kind !== 'word' && value.kind !== 'quoted') throw expected(l10n.t('a value'), value);
    this.at++;
    const { test, needs } = comparisonOf(field, operator.text as Operator, value, this.own);
    for (const need of needs) this.needs.add(need);
    return test;
  }

  private get next(): Token {
    return this.tokens[this.at] as Token;
  }

  private take(sign: Sign): boolean {
    const isNext = this.next.kind === 'sign' && this.next.text === sign;
    if (isNext) this.at++;
    return isNext;
  }
}

function isOperator({ kind, text }: Token): boolean {
  return kind === 'sign' && OPERATORS.some((operator) => operator === text);
}

/** What people write between comparisons. */
const IN_WORDS: Readonly<Record<string, Sign>> = { and: '&&', or: '||' };

function inWords({ text, span }: Token, sign: Sign): QueryError {
  return new QueryError(l10n.t('Write {0} instead of {1}.', sign, text), span);
}

function expected(what: string, token: Token): QueryError {
  const { kind, text, span } = token;
  const sign = kind === 'word' ? IN_WORDS[text.toLowerCase()] : undefined;
  if (sign) return inWords(token, sign);
  const message =
    kind === 'end'
      ? l10n.t('The query ends too early: {0} is expected here.', what)
      : l10n.t('This is expected here: {0}.', what);
  return new QueryError(message, span);
}

/** Some test has the truth `decisive`; otherwise undecided if any is. */
function anyOf(tests: readonly Test[], decisive: boolean): Test {
  if (tests.length === 1) return tests[0] as Test;
  return (article) => {
    let truth: Truth = !decisive;
    for (const test of tests) {
      const one = test(article);
      if (one === decisive) return decisive;
      if (one === undefined) truth = undefined;
    }
    return truth;
  };
}

function not(test: Test): Test {
  return (article) => {
    const truth = test(article);
    return truth === undefined ? undefined : !truth;
  };
}
