import { connect } from '../source/follow.ts';
import { register } from '../ui/register.ts';
import { Provider } from '../widgets/provider/provider.ts';

register(Provider);
connect();

declare global {
  interface HTMLElementTagNameMap {
    'hale-provider': Provider;
  }
}
