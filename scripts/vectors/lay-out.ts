/** What is no longer than this stands in one line. */
const width = 120;

/** JSON text with short things, and in an answer each thing of a list, in one line. */
export const layOut = (value: unknown): string => `${laid(value, '', false, 0)}\n`;

function laid(value: unknown, indent: string, isAnswer: boolean, before: number): string {
  const line = inLine(value);
  if (value === null || typeof value !== 'object' || indent.length + before + line.length < width) return line;
  const inner = `${indent}  `;
  if (Array.isArray(value)) {
    const items = value.map((one) => inner + (isAnswer ? inLine(one) : laid(one, inner, isAnswer, 0)));
    return `[\n${items.join(',\n')}\n${indent}]`;
  }
  const fields = Object.entries(value)
    .filter(([, one]) => one !== undefined)
    .map(([key, one]) => {
      const name = `${JSON.stringify(key)}: `;
      return `${inner}${name}${laid(one, inner, isAnswer || key === 'answer', name.length)}`;
    });
  return `{\n${fields.join(',\n')}\n${indent}}`;
}

/** `{ "a": [1, 2] }` */
function inLine(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(inLine).join(', ')}]`;
  if (Object.is(value, -0)) return '-0';
  if (value === null || typeof value !== 'object') return JSON.stringify(value);
  const fields = Object.entries(value).filter(([, one]) => one !== undefined);
  return fields.length
    ? `{ ${fields.map(([key, one]) => `${JSON.stringify(key)}: ${inLine(one)}`).join(', ')} }`
    : '{}';
}
