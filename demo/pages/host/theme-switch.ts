type Theme = 'light' | 'dark';

const systemDark = matchMedia('(prefers-color-scheme: dark)');
const system = (): Theme => (systemDark.matches ? 'dark' : 'light');
const chosen = (): Theme | undefined => document.documentElement.dataset.theme as Theme | undefined;

/** Keeps a choice only while it differs from the system's, so that the page follows the system again afterwards. */
function choose(theme: Theme): void {
  const { dataset } = document.documentElement;
  try {
    if (theme === system()) localStorage.removeItem('theme');
    else localStorage.setItem('theme', theme);
  } catch {
    // Storage is switched off: the choice holds for this page.
  }
  if (theme === system()) delete dataset.theme;
  else dataset.theme = theme;
}

/** Lets a switch (`role="switch"`, checked is dark) set the theme; it shows the system's until it is used. */
export function connectThemeSwitch(button: HTMLElement): void {
  const show = () => button.setAttribute('aria-checked', String((chosen() ?? system()) === 'dark'));
  button.addEventListener('click', () => {
    choose((chosen() ?? system()) === 'dark' ? 'light' : 'dark');
    show();
  });
  systemDark.addEventListener('change', show);
  show();
}
