import { byId, element } from '../host/element.ts';
import { getReply } from '../host/get-json.ts';
import type { PageToken } from '../host/token.ts';

/** Asks whether the score of an account is right, and sends what is said to the server, which keeps it. */
export function offerFeedback(token: PageToken, account: string): void {
  const form = byId<HTMLFormElement>('feedback');
  const why = byId('feedback-why');
  const said = byId('feedback-said');
  let isSending = false;
  form.hidden = false;
  form.addEventListener('change', () => {
    why.hidden = false;
  });
  form.addEventListener('submit', async (event) => {
    event.preventDefault();
    if (isSending) return;
    isSending = true;
    said.textContent = 'Sending.';
    try {
      await send(token, account, new FormData(form));
    } catch (error) {
      said.textContent = `${(error as Error).message} What you said is still here: send it again.`;
      return;
    } finally {
      isSending = false;
    }
    // What is hidden loses the focus: it stays in the form.
    if (why.contains(document.activeElement)) form.querySelector('input')?.focus();
    form.reset();
    why.hidden = true;
    said.replaceChildren('Kept. ', element('a', { href: '/backtest' }, 'Is this score right?'), ' counts it.');
  });
}

/** Throws with a sentence for people when it was not kept. */
async function send(token: PageToken, account: string, given: FormData): Promise<void> {
  const why = String(given.get('why') ?? '').trim();
  await getReply(token, `/v1/accounts/${encodeURIComponent(account)}/feedback`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ says: given.get('says'), ...(why ? { why } : {}) }),
  });
}
