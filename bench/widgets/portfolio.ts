import '@hale/widgets/define/portfolio.js';
import { listed } from '../../test/support/accounts.ts';
import { offer } from './scrolled.ts';

const portfolio = document.createElement('hale-portfolio');
portfolio.portfolio = listed(10_000);
document.body.append(portfolio);
offer(
  () => portfolio.shadowRoot?.querySelector('[part~="grid"]'),
  () => portfolio.matches(':state(ready)'),
);
