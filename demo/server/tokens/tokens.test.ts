import { expect } from 'chai';
import { decodeJwt, decodeProtectedHeader, SignJWT } from 'jose';
import { lifetime } from './demo-tokens.ts';
import { keyRing } from './key-ring.ts';
import { signedTokens, tolerance } from './tokens.ts';

const day = 86_400_000;
const grant = { audience: 'customer', account: 'acct-1', origin: 'https://app.example' } as const;

describe('tokens', () => {
  let clock: number;
  const now = () => clock;
  const keptFor = (lifetime + tolerance) * 1000;
  const made = () => {
    const keys = keyRing({ keptFor, signsFor: day, now });
    return { keys, tokens: signedTokens({ keys, issuer: 'test', lifetime, now }) };
  };
  const kidOf = (token: string) => decodeProtectedHeader(token).kid;

  beforeEach(() => {
    clock = Date.UTC(2026, 10, 22, 9);
  });

  it('grant what they were minted for, until they end', async () => {
    const { tokens } = made();
    const portfolio = { audience: 'internal', account: null, origin: 'https://app.example' } as const;
    const odd = { ...grant, account: 'account:日本 / "x"' };
    for (const wanted of [grant, portfolio, odd]) {
      const { token, expiresAt } = await tokens.mint(wanted);
      expect(await tokens.check(token)).to.deep.equal({ ...wanted, ends: Date.parse(expiresAt) + tolerance * 1000 });
      expect(Date.parse(expiresAt)).to.equal(clock + lifetime * 1000);
    }
    const { token } = await tokens.mint(grant);
    clock += lifetime * 1000 - 1;
    expect(await tokens.check(token)).to.deep.include(grant);
    clock += tolerance * 1000 + 1;
    expect(await tokens.check(token)).to.equal('expired');
  });

  it('hold nothing but the grant, their maker, their time and their own name', async () => {
    const { token } = await made().tokens.mint(grant);
    expect(decodeProtectedHeader(token)).to.have.all.keys('alg', 'kid', 'typ');
    expect(decodeJwt(token)).to.have.all.keys('iss', 'aud', 'sub', 'origin', 'iat', 'nbf', 'exp', 'jti');
  });

  it('of an earlier key are good until they end, and that key signs nothing more', async () => {
    const { keys, tokens } = made();
    const before = (await tokens.mint(grant)).token;
    await keys.rotate();
    const after = (await tokens.mint(grant)).token;
    expect(kidOf(after)).not.to.equal(kidOf(before));
    expect(await tokens.check(before)).to.deep.include(grant);
    expect(await tokens.check(after)).to.deep.include(grant);
    expect(await keys.checking(kidOf(before) ?? '')).not.to.equal(null);
    clock += keptFor + 1;
    expect(await keys.checking(kidOf(before) ?? '')).to.equal(null);
    expect(await tokens.check(before)).to.equal('invalid');
  });

  it('are signed by another key every day, one for all who ask at once', async () => {
    const { tokens } = made();
    const today = kidOf((await tokens.mint(grant)).token);
    clock += day;
    const minted = await Promise.all(Array.from({ length: 5 }, () => tokens.mint(grant)));
    const kids = new Set(minted.map(({ token }) => kidOf(token)));
    expect(kids.size).to.equal(1);
    expect(kids.has(today)).to.equal(false);
    for (const { token } of minted) expect(await tokens.check(token)).to.deep.include(grant);
  });

  it('are refused when they say too much, too little or something else, though the key is right', async () => {
    const { keys, tokens } = made();
    const { id, privateKey } = await keys.signing();
    const from = clock / 1000;
    const usual = {
      iss: 'test',
      aud: 'customer',
      sub: 'account:acct-1',
      origin: 'https://app.example',
      iat: from,
      nbf: from,
      exp: from + lifetime,
      jti: 'x',
    };
    const sign = (claims: object, typ = 'hale+jwt') =>
      new SignJWT({ ...claims }).setProtectedHeader({ alg: 'ES256', kid: id, typ }).sign(privateKey);
    expect(await tokens.check(await sign(usual))).to.deep.include(grant);
    const { exp, ...endless } = usual;
    const wrong: [string, object, string?][] = [
      ['invalid', usual, 'jwt'],
      ['invalid', endless],
      ['invalid', { ...usual, iss: 'another' }],
      ['invalid', { ...usual, aud: ['customer', 'internal'] }],
      ['invalid', { ...usual, aud: 'everyone' }],
      ['invalid', { ...usual, sub: 'portfolio' }],
      ['invalid', { ...usual, sub: 'acct-1' }],
      ['invalid', { ...usual, origin: null }],
      ['expired', { ...usual, iat: from - lifetime - tolerance - 1, exp: exp + day }],
      ['early', { ...usual, nbf: from + tolerance + 1 }],
      ['early', { ...usual, iat: from + tolerance + 1 }],
    ];
    for (const [refusal, claims, typ] of wrong) {
      expect(await tokens.check(await sign(claims, typ)), JSON.stringify(claims)).to.equal(refusal);
    }
    for (const text of ['', 'x', '..', 'a.b.c', `${'a'.repeat(5000)}.b.c`, '\u0000']) {
      expect(await tokens.check(text)).to.equal('invalid');
    }
  });
});
