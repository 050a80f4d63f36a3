/** What the program says in another language. */
import { createRequire } from 'node:module';
import type { Messages } from '../../server/src/core/language';

// The sources require this module: an import from a script would have a language of its own.
const { speak }: typeof import('../../server/src/core/language') = createRequire(import.meta.url)(
  '../../server/src/core/language.ts',
);

/** What `make` gives while a language is spoken; English is spoken again afterwards. */
export function inLanguage<T>(language: string, messages: Messages, make: () => T): T {
  speak(language, messages);
  try {
    return make();
  } finally {
    speak('en');
  }
}
