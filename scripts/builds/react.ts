import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import * as widgets from '../../packages/widgets/src/widgets/widgets.ts';
import { filesOf, root } from '../workspace.ts';
import { docsOf } from './react-docs.ts';

const source = join(root, 'packages', 'react-wrapper', 'src');
const components = join(source, 'components');
const note = '// Written by `npm run build` from the element of the same name: what is to change is changed there.';
