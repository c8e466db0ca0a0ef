import { register } from '../ui/register.ts';
import { Portfolio } from '../widgets/portfolio/portfolio.ts';

register(Portfolio);

declare global {
  interface HTMLElementTagNameMap {
    'hale-portfolio': Portfolio;
  }
}
