import '@fontsource-variable/inter';
import './tokens.css';
import './words.css';
import './bar.css';
import './controls.css';
import { connectThemeSwitch } from './theme-switch.ts';

const themeSwitch = document.querySelector<HTMLElement>('[data-theme-switch]');
if (themeSwitch) connectThemeSwitch(themeSwitch);
