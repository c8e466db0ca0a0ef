import { element } from '../host/element.ts';

/** What the gallery can be told, each with its values and their names; the first of each is what it does by itself. */
const offered = {
  theme: { '': 'System', light: 'Light', dark: 'Dark' },
  width: { '480': '480', '120': '120', '240': '240', '320': '320', '1200': '1,200' },
  lang: { en: 'English', de: 'Deutsch', fr: 'Français', es: 'Español', ja: '日本語', ar: 'العربية' },
  dir: { '': 'By language', ltr: 'Left to right', rtl: 'Right to left' },
  density: { '': 'Comfortable', compact: 'Compact' },
} as const;

const legends = { theme: 'Theme', width: 'Width', lang: 'Language', dir: 'Direction', density: 'Density' } as const;

/** What is chosen; a widget's tag, `all` for all states of all, empty for each widget once. */
export type Chosen = Readonly<Record<keyof typeof offered | 'widget', string>>;

const names = Object.keys(offered) as (keyof typeof offered)[];

/** What the page's address says, where that is something the gallery knows. */
export function chosenIn(address: URLSearchParams, tags: readonly string[]): Chosen {
  const known = (name: keyof typeof offered) => {
    const given = address.get(name);
    const values: string[] = Object.keys(offered[name]);
    // Of keys that are whole numbers an object tells the least first.
    return given !== null && values.includes(given) ? given : name === 'width' ? '480' : (values[0] ?? '');
  };
  const widget = address.get('widget') ?? '';
  return {
    widget: ['all', ...tags].includes(widget) ? widget : '',
    theme: known('theme'),
    width: known('width'),
    lang: known('lang'),
    dir: known('dir'),
    density: known('density'),
  };
}

/** The address that says what is chosen. */
export function addressOf(chosen: Chosen): string {
  const given = Object.entries(chosen).filter(([name, value]) => value !== '' && value !== initial[name]);
  return given.length > 0 ? `?${new URLSearchParams(given)}` : location.pathname;
}

const initial: Readonly<Record<string, string>> = { width: '480', lang: 'en' };

/** The controls, which show what is chosen. */
export function controls(chosen: Chosen, tags: readonly string[]): Node[] {
  const widget = element(
    'select',
    { class: 'field', name: 'widget', id: 'widget' },
    ...[['', 'Each once'], ['all', 'All, in all states'], ...tags.map((tag) => [tag, tag])].map(
      ([value = '', text = '']) => element('option', { value, selected: value === chosen.widget }, text),
    ),
  );
  return [
    element('p', {}, element('label', { htmlFor: 'widget' }, 'Widget'), widget),
    ...names.map((name) =>
      element(
        'fieldset',
        {},
        element('legend', {}, legends[name]),
        element(
          'div',
          { class: 'segments' },
          ...Object.entries(offered[name]).map(([value, text]) =>
            element(
              'label',
              {},
              element('input', { type: 'radio', name, value, checked: value === chosen[name] }),
              element('span', { lang: name === 'lang' ? value : '' }, text),
            ),
          ),
        ),
      ),
    ),
  ];
}
