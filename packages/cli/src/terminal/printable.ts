/** What moves the cursor, changes colours or titles, ends lines, or turns the direction of text. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what it is about.
const controls = /[\u0000-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/g;

/**
 * Text from outside as a terminal may show it: in one line, with what would do something to the terminal written out, such
 * as `\x1b`.
 */
export const printable = (text: string): string =>
  text.replace(controls, (mark) => {
    const code = mark.charCodeAt(0);
    return code < 256 ? `\\x${code.toString(16).padStart(2, '0')}` : `\\u${code.toString(16).padStart(4, '0')}`;
  });
