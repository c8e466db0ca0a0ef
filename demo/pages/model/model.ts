import '../host/host.ts';
import type { ListedModel } from '../../server/routes/observations.ts';
import { byId, element } from '../host/element.ts';
import { getJson } from '../host/get-json.ts';
import { notice } from '../host/notice.ts';

try {
  const { models } = await getJson<{ models: readonly ListedModel[] }>('/v1/models');
  const presets = byId('presets');
  presets.append(
    ...models.map(({ id, label }, place) =>
      element(
        'label',
        {},
        element('input', { type: 'radio', name: 'model', value: id, checked: place === 0 }),
        element('span', {}, label),
      ),
    ),
  );
  presets.hidden = false;
  byId('loading').textContent = '';
} catch (error) {
  byId('loading').textContent = '';
  byId('notice').replaceChildren(notice('The models could not be loaded', (error as Error).message));
}
