/** One way to look at the gallery: what its address says, what the reader's system says, and what is looked at. */
export interface View {
  readonly name: string;
  readonly address: Readonly<Record<string, string>>;
  /** The window's, in pixels. */
  readonly width: number;
  readonly dark?: boolean;
  readonly forced?: boolean;
  /** Names of states, as the gallery has them. */
  readonly states: readonly string[];
  /** Only these widgets. */
  readonly of?: readonly string[];
  /** One picture of all, beside one another, instead of one of each. */
  readonly together?: boolean;
  /** Pixels of the picture to one of the page; 1 unless told. */
  readonly scale?: number;
}

/** What the README shows. */
const shown = ['hale-gauge', 'hale-trend-line', 'hale-breakdown', 'hale-risk-flags', 'hale-activity-dots'];
const readme = { width: 1080, states: ['ready'], of: shown, together: true, scale: 2 } as const;

/** Every widget is looked at in each of the first five; then some in what else they draw, and all at their narrowest. */
export const views: readonly View[] = [
  {
    name: 'light',
    address: { theme: 'light' },
    width: 1080,
    states: ['loading', 'ready', 'not-enough', 'empty', 'error', 'a grid'],
  },
  { name: 'dark', address: { theme: 'dark' }, width: 1080, dark: true, states: ['ready', 'error', 'a grid'] },
  { name: 'forced', address: {}, width: 1080, dark: true, forced: true, states: ['ready', 'a grid'] },
  { name: 'arabic', address: { theme: 'light', lang: 'ar' }, width: 1080, states: ['ready', 'not-enough', 'a grid'] },
  { name: '320', address: { theme: 'light', width: '320' }, width: 367, states: ['ready', 'not-enough', 'a grid'] },
  {
    name: 'states',
    address: { theme: 'light' },
    width: 1080,
    states: ['partial', 'stale', 'set by hand'],
    of: ['hale-gauge', 'hale-status', 'hale-trend-line', 'hale-activity-dots'],
  },
  { name: 'narrowest', address: { theme: 'light', width: '120' }, width: 1080, states: ['ready'], together: true },
  { name: 'readme-light', address: { theme: 'light' }, ...readme },
  { name: 'readme-dark', address: { theme: 'dark' }, ...readme, dark: true },
];
