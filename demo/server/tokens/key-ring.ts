import { randomUUID } from 'node:crypto';
import { type CryptoKey, generateKeyPair } from 'jose';

/** What tokens are signed with; nothing else signs with these keys. */
export const algorithm = 'ES256';

/** A key that signs, under the name (`kid`) that its tokens carry. */
export interface SigningKey {
  readonly id: string;
  readonly privateKey: CryptoKey;
}

/** The keys in use: one that signs, and earlier ones as long as a token of theirs may still be about. */
export interface KeyRing {
  /** The key that signs; another one in its place once it has signed for long enough. */
  signing(): Promise<SigningKey>;
  /** What checks the tokens of a key, by its name; null for a name that is unknown, or of which every token has ended. */
  checking(id: string): Promise<CryptoKey | null>;
  /** Puts a new key in the place of the one that signs. What that one has signed stays good until it ends. */
  rotate(): Promise<void>;
}

interface OwnKey extends SigningKey {
  readonly publicKey: CryptoKey;
  readonly madeAt: number;
}

export interface KeyRingOptions {
  /** ms for which an earlier key is still asked for: no less than a token of it lives. */
  readonly keptFor: number;
  /** ms after which another key signs. */
  readonly signsFor: number;
  /** ms since 1970, as `Date.now`. */
  readonly now: () => number;
}

/**
 * Keys in the memory of this process, which cannot be read out of it: whoever starts the server anew starts with new
 * ones. Several servers need them in one place instead, such as the vendor's key store.
 */
export function keyRing({ keptFor, signsFor, now }: KeyRingOptions): KeyRing {
  let current: Promise<OwnKey> = makeKey(now());
  const earlier = new Map<string, { readonly publicKey: CryptoKey; readonly until: number }>();

  async function replace(asked: Promise<OwnKey>): Promise<void> {
    const { id, publicKey } = await asked;
    // Of several who find the key too old, the first replaces it.
    if (asked !== current) return;
    for (const [name, { until }] of earlier) if (until < now()) earlier.delete(name);
    earlier.set(id, { publicKey, until: now() + keptFor });
    current = makeKey(now());
  }

  return {
    async signing() {
      const asked = current;
      const key = await asked;
      if (now() < key.madeAt + signsFor) return key;
      await replace(asked);
      return current;
    },
    async checking(id) {
      const key = await current;
      if (key.id === id) return key.publicKey;
      const found = earlier.get(id);
      return found && now() <= found.until ? found.publicKey : null;
    },
    async rotate() {
      await replace(current);
      await current;
    },
  };
}

async function makeKey(madeAt: number): Promise<OwnKey> {
  const { privateKey, publicKey } = await generateKeyPair(algorithm);
  return { id: randomUUID(), privateKey, publicKey, madeAt };
}
