import { createHmac, timingSafeEqual } from 'node:crypto';

/** Where a page of a list ended: the value it was sorted by in its last row, and that row's account. */
export interface Place {
  readonly key: string | number | null;
  readonly id: string;
}

/** Signs places, so that a cursor only ever leads where the same query has been before. */
export interface Cursors {
  /** `query` is everything but the place that decides which rows come, in any one form. */
  write(place: Place, query: string): string;
  /** The place, or null when the cursor was not written here, or for another query. */
  read(cursor: string, query: string): Place | null;
}

/** Cursors signed with a secret; with another secret they are worth nothing. */
export function cursorsSignedWith(secret: string): Cursors {
  const sign = (payload: string, query: string) =>
    createHmac('sha256', secret)
      .update(JSON.stringify([payload, query]))
      .digest('base64url')
      .slice(0, 22);
  return {
    write({ key, id }, query) {
      const payload = Buffer.from(JSON.stringify([key, id])).toString('base64url');
      return `${payload}.${sign(payload, query)}`;
    },
    read(cursor, query) {
      const [payload = '', signature = '', ...rest] = cursor.split('.');
      const expected = Buffer.from(sign(payload, query));
      const given = Buffer.from(signature);
      if (rest.length || given.length !== expected.length || !timingSafeEqual(given, expected)) return null;
      // Signed here, so it is what `write` made.
      const [key, id] = JSON.parse(Buffer.from(payload, 'base64url').toString()) as [Place['key'], string];
      return { key, id };
    },
  };
}
