import { staleEditorData } from '../builds/editor-data.ts';
import { shown } from '../workspace.ts';

/** The committed files for editors are those that the widgets amount to. */
export const editorData = {
  name: 'editor-data',
  async run() {
    return {
      problems: staleEditorData().map((path) => `${shown(path)} is behind the widgets: npm run build writes it anew`),
    };
  },
};
