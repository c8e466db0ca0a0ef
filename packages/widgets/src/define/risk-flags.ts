import { register } from '../ui/register.ts';
import { RiskFlags } from '../widgets/risk-flags/risk-flags.ts';

register(RiskFlags);

declare global {
  interface HTMLElementTagNameMap {
    'hale-risk-flags': RiskFlags;
  }
}
