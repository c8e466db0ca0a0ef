import { expect } from 'chai';
import { fetchSource } from './fetch.ts';

/** The addresses asked for by a source with this path. */
function asked(path: string, accountId: string): string[] {
  const addresses: string[] = [];
  const refuse: typeof fetch = async (input) => {
    addresses.push(String(input));
    return new Response(null, { status: 404 });
  };
  fetchSource({ baseUrl: 'https://health.example/api', path, fetch: refuse }).subscribe(accountId, () => {})();
  return addresses;
}

describe('the path of a fetch source', () => {
  it('is where an account is asked for, its id encoded', () => {
    expect(asked('v1/accounts/{id}/adoption', 'a/b $&')).to.deep.equal([
      'https://health.example/api/v1/accounts/a%2Fb%20%24%26/adoption',
    ]);
  });

  it('must hold the id and stay below the base address', () => {
    const message = 'path must hold {id} and lead below https://health.example/api/, not ';
    for (const path of [
      'v1/adoption',
      '/v1/{id}',
      '../{id}',
      '//elsewhere.example/{id}',
      'https://elsewhere.example/{id}',
    ]) {
      expect(() => asked(path, 'a')).to.throw(
        `${message}${JSON.stringify(path)}: for example v1/accounts/{id}/health.`,
      );
    }
  });
});
