import type { Text } from './rule';

/** An amount for people: `€ 29.400` and `€ 682,96`, in English `€29,400` and `€682.96`. */
export function euroText(cents: number): Text {
  const whole = Math.trunc(cents / 100).toString();
  const rest = Math.abs(cents % 100);
  const grouped = (separator: string) => whole.replace(/\B(?=(\d{3})+$)/g, separator);
  const fraction = rest === 0 ? '' : rest.toString().padStart(2, '0');
  return {
    nl: `€ ${grouped('.')}${fraction === '' ? '' : `,${fraction}`}`,
    en: `€${grouped(',')}${fraction === '' ? '' : `.${fraction}`}`,
  };
}
