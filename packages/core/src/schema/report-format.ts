/** The name and version of the shape of a report. A reader refuses any other major version. */
export const reportFormat = 'hale.report/1';
