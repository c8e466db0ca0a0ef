import type { HealthSource } from './health-source.ts';

/** What widgets inside a provider show where they do not say it themselves; null leaves it to the page. */
export interface Shown {
  readonly account: string | null;
  /** BCP 47, such as `de`: the provider's `lang`. */
  readonly language: string | null;
  /** The `color-scheme` of the widgets inside. */
  readonly theme: 'light' | 'dark' | null;
}

/** A source that also says what is shown, such as a client: a `<hale-provider>` follows it. */
export interface ShowingSource extends HealthSource {
  /** Tells what is shown, first before this returns and then at every change, until the returned function is called. */
  follow(listener: (shown: Shown) => void): () => void;
}

/** Whether a source says what is shown. */
export const isShowing = (source: Partial<ShowingSource> | null): source is ShowingSource =>
  typeof source?.follow === 'function';

/** Holds what is shown, and tells those who follow. */
export function openShown({ account = null, language = null, theme = null }: Partial<Shown>) {
  let shown: Shown = { account, language, theme };
  const followers = new Set<{ readonly tell: (shown: Shown) => void }>();
  return {
    follow(tell: (shown: Shown) => void): () => void {
      const follower = { tell };
      followers.add(follower);
      tell(shown);
      return () => followers.delete(follower);
    },
    update({ account = shown.account, language = shown.language, theme = shown.theme }: Partial<Shown>): void {
      shown = { account, language, theme };
      for (const { tell } of [...followers]) tell(shown);
    },
    end: () => followers.clear(),
  };
}
