/** Text that means harm, where a name or a sentence is expected: each with what it is. Script in it would call `harm`. */
export const hostileTexts: readonly (readonly [string, string])[] = [
  ['a script', '<script>harm()</script>'],
  ['an image that fails', '<img src=x onerror=harm()>'],
  ['a drawing that loads', '"><svg onload=harm()><animate onbegin=harm()>'],
  ['a frame', `'><iframe srcdoc="<script>parent.harm()</script>"></iframe>`],
  ['an end of what it stands in', '</style></title></textarea></template>--><img src=x onerror=harm()>'],
  ['an address that is a script', 'javascript:harm()'],
  ['the same with white space', ' java\tscript:harm()//'],
  ['an address that is data', 'data:text/html,<script>parent.harm()</script>'],
  ['a template', '{{harm()}} $' + '{harm()} <%= harm() %> <!--?lit$0$-->'],
  ['a style', 'red;} * { display: none } @import "//x.example"; a{background:url(javascript:harm())'],
  ['text that runs the other way', '\u202e\u2066\u2067evil\u202d.example\u2069\u061c'],
  ['zalgo', `Z${'\u0300\u0489\u0334\u035f'.repeat(80)}algo`],
  ['half a character', 'half \ud83d and \udc00'],
  ['signs of control', '\u0000\u0007\u001b[31m\u2028\u2029\ufeff\u200b'],
  ['a number beyond all', '1e999'],
  ['the prototype of all', '__proto__'],
  ['what makes objects', 'constructor'],
  ['a formula', '=HYPERLINK("javascript:harm()","x")'],
  ['a statement', `Robert'); DROP TABLE accounts; --`],
  ['a word without end', 'W'.repeat(100_000)],
  ['faces without end', '👩‍👩‍👧‍👦'.repeat(4000)],
];

/**
 * A document with a hostile text in the place of every text for which `accepts` still takes it: formats, instants and
 * words out of a list stay. Places that differ only by their number in a list are alike.
 */
export function spoilt<Document>(document: Document, text: string, accepts: (document: unknown) => unknown): Document {
  const whole = structuredClone(document);
  const taken = new Map<string, string>();
  let ids = 0;
  const takes = (act: () => unknown) => {
    try {
      act();
      return true;
    } catch {
      return false;
    }
  };
  function visit(node: unknown, place: string): void {
    if (typeof node !== 'object' || node === null) return;
    for (const [key, value] of Object.entries(node)) {
      const here = `${place}.${Array.isArray(node) ? '' : key}`;
      if (typeof value === 'string') {
        const set = (given: string) => Reflect.set(node, key, given);
        if (!taken.has(here)) {
          // Cut as a careful host would cut it, where the format has an end.
          const lengths = [text.length, 2000, 200, 120, 60];
          const fits = lengths.find((length) => takes(() => set(text.slice(0, length)) && accepts(whole)));
          taken.set(here, fits === undefined ? '' : text.slice(0, fits));
          set(value);
        }
        const found = taken.get(here);
        // No two of a list may have the same id.
        if (found) set(key === 'id' ? `${found.slice(0, 50)}${ids++}` : found);
      } else visit(value, here);
    }
  }
  visit(whole, '');
  accepts(whole);
  return whole;
}
