/** Weights of the nine digits in the check of a burgerservicenummer (Besluit burgerservicenummer, artikel 1). */
const WEIGHTS = [9, 8, 7, 6, 5, 4, 3, 2, -1];

/** Whether a text is a burgerservicenummer: nine digits, not all 0, whose weighed sum is divisible by 11. */
export function isBsn(text: string): boolean {
  if (!/^\d{9}$/.test(text) || Number(text) === 0) return false;
  return WEIGHTS.reduce((sum, weight, at) => sum + weight * Number(text[at]), 0) % 11 === 0;
}
