import type { Sourced } from '@hale/widgets';
import { HttpResponse, http } from 'msw';
import { setupWorker } from 'msw/browser';

/** Answers one request for a report. */
export type Answer = (request: Request, accountId: string) => Response | Promise<Response>;

const worker = setupWorker();
const requests: Request[] = [];
const streams: Request[] = [];

/** A JSON API on this page's own origin, under `/api`, as msw plays it. Start before, stop after the tests of a file. */
export const api = {
  baseUrl: '/api',
  /** Every request since the last `answer`, oldest first. */
  requests,
  async start(): Promise<void> {
    await worker.start({ quiet: true, onUnhandledFrame: 'bypass' });
  },
  async stop(): Promise<void> {
    await worker.stop();
  },
  /** From now on requests for reports are answered so. */
  answer(answer: Answer): void {
    requests.length = 0;
    worker.resetHandlers(
      http.get('/api/v1/accounts/:id/health', ({ request, params }) => {
        requests.push(request);
        return answer(request, String(params.id));
      }),
    );
  },
  /** Every request for the stream of changes since the last `stream`, oldest first. */
  streams,
  /** From now on the stream of changes, `v1/stream`, is answered so; until the next `answer`. */
  stream(answer: (request: Request) => Response): void {
    streams.length = 0;
    worker.use(
      http.get('/api/v1/stream', ({ request }) => {
        streams.push(request);
        return answer(request);
      }),
    );
  },
};

/** A report as the API gives it. */
export function json(report: Sourced, headers: Record<string, string> = {}): Response {
  return HttpResponse.json(report, { headers });
}

/** A failure with problem+json in it. */
export function problem(
  status: number,
  title: string,
  detail?: string,
  headers: Record<string, string> = {},
): Response {
  const body = JSON.stringify({ type: 'about:blank', title, status, detail });
  return new HttpResponse(body, { status, headers: { 'content-type': 'application/problem+json', ...headers } });
}

/** Answers when told to, which must happen before the test ends. */
export function later(): { readonly answer: Answer; give(response: Response): void } {
  let give: (response: Response) => void = () => {};
  const promise = new Promise<Response>((resolve) => {
    give = resolve;
  });
  return { answer: () => promise, give };
}
