import { register } from '../ui/register.ts';
import { WhatChanged } from '../widgets/what-changed/what-changed.ts';

register(WhatChanged);

declare global {
  interface HTMLElementTagNameMap {
    'hale-what-changed': WhatChanged;
  }
}
