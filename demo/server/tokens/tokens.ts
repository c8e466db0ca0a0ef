import { randomUUID } from 'node:crypto';
import { errors, type JWTHeaderParameters, type JWTPayload, jwtVerify, SignJWT } from 'jose';
import { type Audience, audiences, type Grant } from './grant.ts';
import { algorithm, type KeyRing } from './key-ring.ts';

/** A token, and when it ends. */
export interface Minted {
  readonly token: string;
  /** ISO 8601, UTC. */
  readonly expiresAt: string;
}

/** What a token grants, and until when. */
export interface Held extends Grant {
  /** From when on it is refused, in ms since 1970: whoever comes back then knows that it needs another one. */
  readonly ends: number;
}

/** Why a token opens nothing. */
export type Refusal = 'expired' | 'early' | 'invalid';

/** Mints tokens, and tells what one of them grants. */
export interface Tokens {
  mint(grant: Grant): Promise<Minted>;
  /** What it grants, or why it grants nothing. Never throws, whatever is given. */
  check(token: string): Promise<Held | Refusal>;
}

export interface TokenOptions {
  readonly keys: KeyRing;
  /** Names the server that mints: a token of another one is refused. */
  readonly issuer: string;
  /** Seconds that a token lives. */
  readonly lifetime: number;
  /** ms since 1970, as `Date.now`. */
  readonly now: () => number;
}

/** Says in the token what it is, so that another token signed with the same key by mistake is not taken for one. */
const kind = 'hale+jwt';
/** Seconds by which the clocks of two servers may differ. */
export const tolerance = 5;
/** Longer ones are not looked into. */
const longest = 4000;
const portfolio = 'portfolio';
const account = 'account:';

/** Signed tokens (JWT, RFC 7519) in which the grant is written: readable by whoever holds one, changed by nobody. */
export function signedTokens({ keys, issuer, lifetime, now }: TokenOptions): Tokens {
  const keyOf = async ({ kid }: JWTHeaderParameters) => {
    const key = typeof kid === 'string' ? await keys.checking(kid) : null;
    if (!key) throw new errors.JWSInvalid('No key of this server has that name.');
    return key;
  };
  return {
    async mint(grant) {
      const { id, privateKey } = await keys.signing();
      const from = Math.floor(now() / 1000);
      const token = await new SignJWT({ origin: grant.origin })
        .setProtectedHeader({ alg: algorithm, kid: id, typ: kind })
        .setIssuer(issuer)
        .setAudience(grant.audience)
        .setSubject(grant.account === null ? portfolio : account + grant.account)
        .setIssuedAt(from)
        .setNotBefore(from)
        .setExpirationTime(from + lifetime)
        .setJti(randomUUID())
        .sign(privateKey);
      return { token, expiresAt: new Date((from + lifetime) * 1000).toISOString() };
    },
    async check(token) {
      if (token.length > longest) return 'invalid';
      try {
        const { payload } = await jwtVerify(token, keyOf, {
          // Named here and never taken from the token.
          algorithms: [algorithm],
          issuer,
          typ: kind,
          requiredClaims: ['aud', 'sub', 'origin', 'iat', 'nbf', 'exp', 'jti'],
          // However long it says to live: none is minted to live longer.
          maxTokenAge: lifetime,
          clockTolerance: tolerance,
          currentDate: new Date(now()),
        });
        const grant = grantOf(payload);
        return grant ? { ...grant, ends: ((payload.exp ?? 0) + tolerance) * 1000 } : 'invalid';
      } catch (thrown) {
        return refusalOf(thrown);
      }
    },
  };
}

function grantOf({ aud, sub = '', origin }: JWTPayload): Grant | null {
  const audience = audiences.find((one): one is Audience => one === aud);
  if (!audience || typeof origin !== 'string') return null;
  if (sub.startsWith(account)) return { audience, account: sub.slice(account.length), origin };
  return sub === portfolio && audience === 'internal' ? { audience, account: null, origin } : null;
}

function refusalOf(thrown: unknown): Refusal {
  if (thrown instanceof errors.JWTExpired) return 'expired';
  const failed = thrown instanceof errors.JWTClaimValidationFailed && thrown.reason === 'check_failed' && thrown.claim;
  return failed === 'nbf' || failed === 'iat' ? 'early' : 'invalid';
}
