import { formatsOf } from '../../ui/formats.ts';
import { LocaleController, type LocaleHost } from '../../ui/locale-controller.ts';
import { hasWords, type MessageSet } from '../../ui/messages.ts';

/**
 * Speaks the language of the page where it has a widget's own words, and else English alone, from left to right: English
 * sentences with Arabic months and buttons would be neither.
 */
export class WholeLocale extends LocaleController {
  #host: LocaleHost;
  #own: MessageSet<object>;

  /** Whether the page speaks a language that these words are not said in. */
  isForeign = false;

  constructor(host: LocaleHost, own: MessageSet<object>) {
    super(host);
    this.#host = host;
    this.#own = own;
  }

  override hostUpdate(): void {
    super.hostUpdate();
    this.isForeign = !hasWords(this.#own, this.lang);
    if (!this.isForeign) return;
    this.lang = 'en';
    this.formats = formatsOf('en', this.#host.timeZone);
  }
}
