import { createHmac } from 'node:crypto';
import { HealthError } from '@hale/core';

/** What signs messages: 24 to 64 bytes. */
export type WebhookKey = Buffer;

/** The key that a secret holds, `whsec_` and base64. Throws a HealthError for anything else, without a word of it. */
export function webhookKey(secret: string): WebhookKey {
  const [, text = ''] = /^whsec_([A-Za-z0-9+/]+={0,2})$/.exec(secret) ?? [];
  const key = Buffer.from(text, 'base64');
  if (key.length >= 24 && key.length <= 64) return key;
  throw new HealthError({
    code: 'invalid-option',
    path: 'webhook',
    message: 'HALE_WEBHOOK_SECRET must be whsec_ and 24 to 64 random bytes in base64, as of: openssl rand -base64 32.',
  });
}

/**
 * The signature of a message, by its id, the time of this sending (seconds since 1970) and its text to the byte.
 * https://github.com/standard-webhooks/standard-webhooks/blob/main/spec/standard-webhooks.md
 */
export const signature = (key: WebhookKey, id: string, timestamp: number, body: string): string =>
  `v1,${createHmac('sha256', key).update(`${id}.${timestamp}.${body}`).digest('base64')}`;
