import { byId } from './element.ts';

/**
 * Lets the reader choose between all of a page and one view of the account: `#views` has the choices, `#sheet` all,
 * `#role` the view, shown once what it needs is there. The choice is in the address, `?view=sales`, so that it can be sent on.
 */
export function chooseView(needed: Promise<unknown> = Promise.resolve()): void {
  const choices = byId('views');
  const view = byId<HTMLElementTagNameMap['hale-role-view']>('role');
  let chosen = '';
  let isThere = false;
  const show = () => {
    byId('sheet').hidden = chosen !== '';
    view.hidden = chosen === '' || !isThere;
    if (chosen) view.setAttribute('view', chosen);
  };
  choices.addEventListener('change', ({ target }) => {
    chosen = (target as HTMLInputElement).value;
    const address = new URL(location.href);
    if (chosen) address.searchParams.set('view', chosen);
    else address.searchParams.delete('view');
    history.replaceState(null, '', address);
    show();
  });
  const asked = new URLSearchParams(location.search).get('view');
  const known = [...choices.querySelectorAll('input')].find(({ value }) => value === asked);
  if (known) {
    known.checked = true;
    chosen = known.value;
  }
  show();
  void needed.then(() => {
    isThere = true;
    show();
  });
}
