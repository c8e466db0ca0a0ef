import { fill, use, widgetsIn } from './every-widget.ts';

// What a host page does: it gives its widgets what they show. The test then has them used.
for (const widget of widgetsIn(document)) fill(widget);
Object.assign(globalThis, {
  useAll: () => {
    for (const widget of widgetsIn(document)) use(widget);
  },
});
