import type { Unit } from './problem';
import { required, type ProblemIndex } from './problem-index';
import type { AreaLevel } from './rule-facts';

/** A key for the area around a home, unique among the areas of that level. A home outside a complex is an area of its own. */
export function areaKey(unit: Unit, level: AreaLevel): string {
  switch (level) {
    case 'complex':
      return unit.complexId === null ? `unit:${unit.id}` : `complex:${unit.complexId}`;
    case 'wijk':
      return `wijk:${unit.wijkId}`;
    case 'gemeente':
      return `gemeente:${unit.gemeenteId}`;
  }
}

/** The areas of that level in which the problem has homes, by key, with their names; by key in code-unit order. */
export function areasOf(
  index: ProblemIndex,
  level: AreaLevel,
): readonly { readonly key: string; readonly name: string }[] {
  const names = new Map(index.problem.units.map((unit) => [areaKey(unit, level), nameOf(index, unit, level)]));
  return [...names].map(([key, name]) => ({ key, name })).sort((a, b) => (a.key < b.key ? -1 : 1));
}

function nameOf(index: ProblemIndex, unit: Unit, level: AreaLevel): string {
  switch (level) {
    case 'complex':
      return unit.complexId === null ? unit.name : required(index.complexes, unit.complexId, 'complex').name;
    case 'wijk':
      return required(index.wijken, unit.wijkId, 'wijk').name;
    case 'gemeente':
      return required(index.gemeenten, unit.gemeenteId, 'gemeente').name;
  }
}
