import { connect } from './follow.ts';
import type { HealthSource } from './health-source.ts';

/**
 * Gives back a source that was written by hand, and has the widgets on the page listen to it. The sources of Hale, its
 * provider and `@hale/widgets/define` do so by themselves; an element alone, such as `define/gauge.js`, does not.
 */
export function ownSource<Source extends HealthSource>(source: Source): Source {
  connect();
  return source;
}
