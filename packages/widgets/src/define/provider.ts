import { register } from '../ui/register.ts';
import { Provider } from '../widgets/provider/provider.ts';

register(Provider);

declare global {
  interface HTMLElementTagNameMap {
    'hale-provider': Provider;
  }
}
