import { useCallback, useState } from 'react';
import { AccountPanel } from './account-panel.tsx';
import { useAccounts } from './use-accounts.ts';

/** News kept in sight. */
const most = 5;

/** The page: one of the largest accounts in full, a switch to the others, and what the widgets report. */
export function AccountPage() {
  const { list, failure, isLoading, retry } = useAccounts();
  const [chosen, choose] = useState<string | null>(null);
  const [news, setNews] = useState<readonly { id: number; words: string }[]>([]);
  const tell = useCallback((words: string) => {
    setNews((before) => [{ id: (before[0]?.id ?? 0) + 1, words }, ...before].slice(0, most));
  }, []);

  const place = Math.max(
    0,
    list.findIndex(({ id }) => id === chosen),
  );
  const account = list[place];
  const step = (by: number) => choose(list[(place + by + list.length) % list.length]?.id ?? null);

  return (
    <>
      <header className="head">
        <h1>React</h1>
        <p className="lead">The same widgets as components: props in, events out, one provider above them.</p>
      </header>
      {failure !== null && (
        <div className="notice" role="alert">
          <p className="headline">The accounts could not be loaded</p>
          <p className="muted">{failure}</p>
          <button className="button" type="button" onClick={retry} disabled={isLoading}>
            Try again
          </button>
        </div>
      )}
      {isLoading && failure === null && <p role="status">Loading the accounts …</p>}
      {!isLoading && failure === null && !account && <p className="notice headline">No accounts yet</p>}
      {account && (
        <>
          <div className="chooser">
            <label>
              <span className="label">Account</span>
              <select className="field" value={account.id} onChange={(event) => choose(event.target.value)}>
                {list.map(({ id, name }) => (
                  <option key={id} value={id}>
                    {name}
                  </option>
                ))}
              </select>
            </label>
            <button className="button" type="button" onClick={() => step(-1)}>
              Previous
            </button>
            <button className="button" type="button" onClick={() => step(1)}>
              Next
            </button>
          </div>
          <AccountPanel account={account.id} onNews={tell} />
          <section className="news" aria-labelledby="news-label">
            <h2 className="label" id="news-label">
              What the widgets have said
            </h2>
            <ol>
              {news.map(({ id, words }) => (
                <li key={id}>{words}</li>
              ))}
            </ol>
          </section>
        </>
      )}
    </>
  );
}
