/**
 * Whole numbers that add up to `total`, each next to its value: every value is rounded down, and what is then left goes
 * to those with the largest remainders, of equal ones to the first (Hare's method). `total` is a whole number.
 */
export function apportion(values: readonly number[], total: number): number[] {
  const whole = values.map(Math.floor);
  const remainder = (place: number) => (values[place] as number) - (whole[place] as number);
  const places = values.map((_, place) => place).sort((a, b) => remainder(b) - remainder(a));
  let left = total - whole.reduce((sum, value) => sum + value, 0);
  // Where more than one each is left, or less than nothing, the same order is gone through again.
  for (let turn = 0; left !== 0 && places.length; turn = (turn + 1) % places.length) {
    const place = places[left > 0 ? turn : places.length - 1 - turn] as number;
    whole[place] = (whole[place] as number) + Math.sign(left);
    left -= Math.sign(left);
  }
  return whole;
}
