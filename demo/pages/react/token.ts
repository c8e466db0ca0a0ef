import { pageToken } from '../host/token.ts';

/** The token of this page, for its list and its widgets. */
export const token = pageToken({ audience: 'internal', account: null });
