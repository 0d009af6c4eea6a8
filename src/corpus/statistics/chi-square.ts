/** From here on the continued fraction is the better way. */
const LARGE = 2;
const TERMS = 200;
const TINY = 1e-300;

/**
 * The probability that a chi-square variable with one degree of freedom is at least `x`: erfc(√(x/2)).
 *
 * For small x by the series erf z = 2/√π · e^(−z²) · Σ 2ⁿ z^(2n+1) / (1·3·…·(2n+1)), for larger by the continued fraction
 * √π e^(z²) erfc z = 1/(z + ½/(z + 1/(z + 3/2/(z + …)))): Abramowitz & Stegun (1964), Handbook of Mathematical Functions, 7.1.6 and 7.1.14; the fraction is
 * reckoned from its head on (Lentz 1976). z² is known as x/2, so that nothing is lost by squaring a root: agrees with R's `pchisq` to 12 digits down
 * to the least number there is.
 */
export function chiSquareTail(x: number): number {
  if (!(x > 0)) return 1;
  if (x === Number.POSITIVE_INFINITY) return 0;
  const z = Math.sqrt(x / 2);
  const factor = Math.exp(-x / 2) / Math.sqrt(Math.PI);
  return z < LARGE ? 1 - 2 * factor * sumSeries(z, x) : factor * evaluateFraction(z);
}

/** Σ 2ⁿ z^(2n+1) / (1·3·…·(2n+1)), where 2z² is x. */
function sumSeries(z: number, x: number): number {
  let term = z;
  let sum = z;
  for (let n = 1; n < TERMS && term > sum * Number.EPSILON; n++) {
    term *= x / (2 * n + 1);
    sum += term;
  }
  return sum;
}

/** 1/(z + ½/(z + 1/(z + …))) */
function evaluateFraction(z: number): number {
  let value = TINY;
  let c = value;
  let d = 0;
  for (let n = 0; n < TERMS; n++) {
    const numerator = n === 0 ? 1 : n / 2;
    d = 1 / (z + numerator * d);
    c = z + numerator / c;
    const step = c * d;
    value *= step;
    if (Math.abs(step - 1) < Number.EPSILON) break;
  }
  return value;
}
