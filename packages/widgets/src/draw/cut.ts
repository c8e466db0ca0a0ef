/** Words cut, with an ellipsis, to fit a width. */
export function cut(text: string, width: number, measure: (text: string) => number): string {
  if (width <= 0) return '';
  if (measure(text) <= width) return text;
  const letters = [...text];
  let low = 0;
  let high = letters.length;
  const first = (count: number) => `${letters.slice(0, count).join('').trimEnd()}…`;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (measure(first(middle)) <= width) low = middle;
    else high = middle - 1;
  }
  return first(low);
}
