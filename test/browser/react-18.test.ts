import { reactCases } from '../support/react/cases.ts';

reactCases('18.3');
