import { register } from '../ui/register.ts';
import { Status } from '../widgets/status/status.ts';

register(Status);

declare global {
  interface HTMLElementTagNameMap {
    'hale-status': Status;
  }
}
