'use client';

// Written by `npm run build` from the element: change it there.
import { Playbook } from '@hale/widgets';
import '@hale/widgets/define/playbook.js';
import { type Handler, type HostProps, wrap } from '../wrap.ts';

/** Props of `HalePlaybook`. */
export interface HalePlaybookProps extends HostProps<Playbook> {
  /** A report at hand; a customer's view has no playbooks. It goes before a source, which goes before `steps`. */
  report?: Playbook['report'] | undefined;
  /** A source of this widget's own. */
  source?: Playbook['source'] | undefined;
  /** Id of the account to show, with a source of one's own or of `<hale-provider>`. */
  account?: Playbook['account'] | undefined;
  /** In which dates are written: an IANA name, `UTC` by default. */
  timeZone?: Playbook['timeZone'] | undefined;
  /** Id of the one playbook to show; by default the first in full, and the others folded. */
  playbook?: Playbook['playbook'] | undefined;
  /** What the steps are called; the playbook's own name where absent. */
  label?: Playbook['label'] | undefined;
  /** Steps without a report. */
  steps?: Playbook['steps'] | undefined;
  /** Which steps are done, and when, as the page keeps them. Set anew, it goes before what was ticked since. */
  done?: Playbook['done'] | undefined;
  /** A reader ticks a step, or takes the tick back. Unless prevented, it is shown so until `done` is set. */
  onHalePlaybookStep?: Handler<'hale-playbook-step'> | undefined;
  /** Another report is shown. */
  onHaleReport?: Handler<'hale-report'> | undefined;
  /** A report did not come, or cannot be read. */
  onHaleError?: Handler<'hale-error'> | undefined;
}

/**
 * The steps that are suggested for an account, in order, to be ticked: what is done, what is next, and why. The page
 * decides what a tick does, and keeps what is done.
 */
export const HalePlaybook = wrap<Playbook, HalePlaybookProps>({
  name: 'HalePlaybook',
  tag: 'hale-playbook',
  properties: {
    report: null,
    source: null,
    account: 'account',
    timeZone: 'time-zone',
    playbook: 'playbook',
    label: 'label',
    steps: null,
    done: null,
  },
  events: { onHalePlaybookStep: 'hale-playbook-step', onHaleReport: 'hale-report', onHaleError: 'hale-error' },
  fallback: Playbook.fallback,
});
