/** Thrown by `readText` when a body is larger than allowed. */
export class BodyTooLarge extends Error {
  override readonly name = 'BodyTooLarge';
}

/** The text of a response of at most `most` bytes. Stops reading, and throws BodyTooLarge, at the first byte beyond. */
export async function readText(response: Response, most: number): Promise<string> {
  const reader = response.body?.getReader();
  if (!reader) return '';
  const decoder = new TextDecoder();
  let text = '';
  let bytes = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return text + decoder.decode();
    bytes += value.byteLength;
    if (bytes > most) {
      // The rest is of no use to anybody, and how the stream takes its end is no concern here.
      void reader.cancel().catch(() => {});
      throw new BodyTooLarge(`The answer is larger than ${most} bytes.`);
    }
    text += decoder.decode(value, { stream: true });
  }
}
