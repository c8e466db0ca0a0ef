/** ms between two runs, where one follows the other; and until the next try, where one failed. */
const pause = 2000;
const patience = 30_000;

/** What is asked for is done at once, and however often it is asked for, not again before it is done and a pause has passed. */
export function soon(run: () => Promise<unknown>): () => void {
  let isBusy = false;
  let isWanted = false;
  const ask = async () => {
    isWanted = true;
    if (isBusy) return;
    isBusy = true;
    isWanted = false;
    // What failed is still to be done.
    const rest = await run().then(
      () => pause,
      () => {
        isWanted = true;
        return patience;
      },
    );
    setTimeout(() => {
      isBusy = false;
      if (isWanted) void ask();
    }, rest);
  };
  return () => void ask();
}
