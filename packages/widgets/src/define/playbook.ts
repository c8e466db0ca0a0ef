import { register } from '../ui/register.ts';
import { Playbook } from '../widgets/playbook/playbook.ts';

register(Playbook);

declare global {
  interface HTMLElementTagNameMap {
    'hale-playbook': Playbook;
  }
}
