const lanczos = [
  676.5203681218851, -1259.1392167224028, 771.3234287776531, -176.6150291621406, 12.507343278686905,
  -0.13857109526572012, 9.984369578019572e-6, 1.5056327351493116e-7,
];

/** ln Γ(x) of x above 0, to 14 figures. Lanczos, SIAM Journal on Numerical Analysis B 1 (1964) 86, with g = 7. */
export function logGamma(x: number): number {
  // Γ(x + 1) = x · Γ(x): below ½ the series loses figures.
  if (x < 0.5) return logGamma(x + 1) - Math.log(x);
  const base = x + 6.5;
  const series = lanczos.reduce((total, term, place) => total + term / (x + place), 0.9999999999998099);
  return (x - 0.5) * Math.log(base) - base + Math.log(2 * Math.PI) / 2 + Math.log(series);
}
