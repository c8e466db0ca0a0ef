import type { HealthClientOptions } from '@hale/widgets/client.js';

/**
 * For pages of a server on this machine, which is there also without a network: whether anybody looks is all that counts.
 * Pages of a server elsewhere leave it out.
 */
export const nearby: NonNullable<HealthClientOptions['attention']> = {
  isVisible: () => document.visibilityState !== 'hidden',
  isOnline: () => true,
  listen(changed) {
    document.addEventListener('visibilitychange', changed);
    return () => document.removeEventListener('visibilitychange', changed);
  },
};
