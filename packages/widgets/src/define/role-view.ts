import { register } from '../ui/register.ts';
import { RoleView } from '../widgets/role-view/role-view.ts';

register(RoleView);

declare global {
  interface HTMLElementTagNameMap {
    'hale-role-view': RoleView;
  }
}
