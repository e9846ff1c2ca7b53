import type { Unit, Wish } from '../matching/problem';

/** Whether a home is of the kind, or in the area, that a wish or veto names. */
export function meetsWish({ kind, value }: Pick<Wish, 'kind' | 'value'>, unit: Unit): boolean {
  switch (kind) {
    case 'gemeente':
      return value === unit.gemeenteId;
    case 'wijk':
      return value === unit.wijkId;
    case 'housing-form':
      return value === unit.housingForm;
    case 'complex':
      return value === unit.complexId;
  }
}
