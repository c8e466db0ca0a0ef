import { formatsOf } from '../../../ui/formats.ts';
import { say, spoken } from '../../../ui/messages.ts';
import { backtestMessages } from '../backtest.messages.ts';
import type { Speech } from '../say-backtest.ts';
import { backtestPageMessages } from './page.messages.ts';

/** The words of a page, beside those of the widget. */
export interface PageSpeech extends Speech {
  readonly page: (typeof backtestPageMessages)['english'];
}

/** How a page speaks of an outcome. Its dates have their year: whoever reads it may do so in another one. */
export function pageSpeech(lang: string, timeZone: string, outcome: string): PageSpeech {
  const words = say(backtestMessages, lang);
  const formats = formatsOf(spoken(lang), timeZone);
  return {
    words,
    formats: { ...formats, day: formats.date },
    did: words.did(outcome),
    not: words.not(outcome),
    page: say(backtestPageMessages, lang),
  };
}
