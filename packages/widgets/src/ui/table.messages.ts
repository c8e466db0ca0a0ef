import { defineMessages } from './messages.ts';

/** Words around the table that stands in for a plot. */
export const tableMessages = defineMessages('table', {
  show: 'Show as a table',
  hide: 'Hide the table',
  download: 'Download CSV',
});
