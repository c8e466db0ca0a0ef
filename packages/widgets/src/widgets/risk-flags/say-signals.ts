import type { Formats } from '../../ui/formats.ts';
import type { EvidenceReading, SignalReading } from './read-signals.ts';
import type { flagMessages } from './risk-flags.messages.ts';

/** The risk flags' words in some language, with that language's numbers and dates. */
export interface FlagSpeech {
  readonly words: (typeof flagMessages)['english'];
  readonly formats: Formats;
}

/** How many signals there are, and how severe: "Three, two of them high"; of growth, "Two to build on". */
export function sayCount(signals: readonly SignalReading[], { words, formats }: FlagSpeech): string {
  if (signals[0]?.effect === 'growth') return words.toBuildOn(signals.length, formats.number(signals.length));
  const worst = signals[0]?.severity ?? 'low';
  const most = signals.filter(({ severity }) => severity === worst).length;
  return words.headline(signals.length, formats.number(signals.length), most, worst);
}

/** How severe a signal is, and since when it has fired: "High since 3 Nov."; of growth, only since when. */
export function saySeverity({ severity, since, effect }: SignalReading, { words, formats }: FlagSpeech): string {
  const day = since === null ? null : formats.day(since);
  if (effect === 'growth') return day === null ? '' : words.since(day);
  const word = words.severity[severity];
  return day === null ? words.severe(word) : words.severeSince(word, day);
}

/** Why a signal fired, a line each: from the figures where there are figures, else in the report's own words. */
export function sayEvidence({ evidence, effect }: SignalReading, speech: FlagSpeech): string[] {
  return evidence.flatMap((each) => sayFigures(each, effect, speech) ?? each.sentence?.replace(/\.$/, '') ?? []);
}

function sayFigures(
  { label, value, unit, threshold, parts }: EvidenceReading,
  effect: SignalReading['effect'],
  { words, formats }: FlagSpeech,
): string | null {
  if (label === null || value === null || threshold === null) return null;
  const write = (figure: number) => {
    if (unit === 'percent') return formats.share(figure);
    return unit === 'days'
      ? words.days(formats.number(Math.floor(figure)), Math.floor(figure))
      : formats.number(figure, 1);
  };
  const plain = (figure: number) => formats.number(figure, 1);
  let said = words.value(label, write(value));
  if (parts && 'now' in parts) said = words.change(said, plain(parts.now), plain(parts.before));
  else if (parts) said = words.share(said, plain(parts.part), plain(parts.whole));
  return words.limit[effect](said, write(threshold));
}
