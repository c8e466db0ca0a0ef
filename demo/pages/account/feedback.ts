import { byId, element } from '../host/element.ts';
import { fetchWith, type PageToken } from '../host/token.ts';

/** Asks whether the score of an account is right, and sends what is said to the server, which keeps it. */
export function offerFeedback(token: PageToken, account: string): void {
  const form = byId<HTMLFormElement>('feedback');
  const said = byId('feedback-said');
  form.hidden = false;
  form.addEventListener('change', () => {
    byId('feedback-why').hidden = false;
  });
  form.addEventListener('submit', async (event) => {
    event.preventDefault();
    const given = new FormData(form);
    const why = String(given.get('why') ?? '').trim();
    const response = await fetchWith(token, `/v1/accounts/${encodeURIComponent(account)}/feedback`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ says: given.get('says'), ...(why ? { why } : {}) }),
    }).catch(() => null);
    if (!response?.ok) {
      said.textContent = 'It could not be sent. Try again in a moment.';
      return;
    }
    form.reset();
    byId('feedback-why').hidden = true;
    said.replaceChildren('Kept. ', element('a', { href: '/backtest' }, 'Is this score right?'), ' counts it.');
  });
}
