import '@fontsource-variable/inter';
import './host.css';
import { connectThemeSwitch } from './theme-switch.ts';

const themeSwitch = document.querySelector<HTMLElement>('[data-theme-switch]');
if (themeSwitch) connectThemeSwitch(themeSwitch);
