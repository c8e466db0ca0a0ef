import { reactCases } from '../support/react/cases.ts';

reactCases('19');
