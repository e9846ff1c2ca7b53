import type { LevelLoss } from '../../core/explain/level-loss';

const LOTTERY = 'lottery';
const SHORTAGES = 'shortages';

/** What deciding level of a forced pair means, in one or two sentences; counts only, nothing about others. */
export function lossText(level: number | null, levels: readonly LevelLoss[], moves: number): string {
  const deciding = levels.find((each) => each.level === level);
  if (deciding === undefined) return 'Het plan is dan even goed. Op geen enkel niveau gaat iets verloren.';
  if (deciding.loss < 0) {
    return `Het plan zou dan beter zijn op niveau ${deciding.level} (${deciding.title.nl}). Deze ronde is dus niet tot het einde uitgerekend.`;
  }
  const cost =
    deciding.objectiveId === LOTTERY
      ? 'Op alle niveaus is het plan dan even goed. Alleen de loting koos anders.'
      : `Het plan wordt dan slechter op niveau ${deciding.level}, ${deciding.title.nl}: ${amountOf(deciding)}.${above(deciding)}`;
  return moves === 0 ? cost : `${cost} ${movesText(moves)}`;
}

/** The same in few words, for a row of a table. */
export function shortLossText(level: number | null, levels: readonly LevelLoss[]): string {
  const deciding = levels.find((each) => each.level === level);
  if (deciding === undefined) return 'Niets: het plan is dan even goed.';
  if (deciding.loss < 0) return `Niets: het plan is dan beter op niveau ${deciding.level} (${deciding.title.nl}).`;
  if (deciding.objectiveId === LOTTERY) return 'Niets: alleen de loting koos anders.';
  return `Niveau ${deciding.level}, ${deciding.title.nl}: ${amountOf(deciding)}.`;
}

/** The same for the client: it never speaks of one other person. */
export function lossTextForClient(level: number | null, levels: readonly LevelLoss[], moves: number): string {
  const deciding = levels.find((each) => each.level === level);
  if (deciding === undefined)
    return 'U kunt daar volgens de regels wonen. Het plan koos voor een plek die even goed is.';
  if (deciding.objectiveId === LOTTERY) {
    return 'U kunt daar volgens de regels wonen. Alles was verder gelijk, en daarom heeft de loting gekozen.';
  }
  const others = moves === 0 ? '' : ` ${movesText(moves)}`;
  return `U kunt daar volgens de regels wonen. Maar dan wordt de verdeling voor iedereen samen slechter bij “${deciding.title.nl}”.${others}`;
}

/** A lower bound in words. */
export function boundText(level: number | null, title: string | null): string {
  if (level === null || title === null) return 'Of dit iets kost, moet nog worden uitgerekend.';
  return `Zeker is dat het plan dan slechter wordt op niveau ${level} (${title}) of op een hoger niveau.`;
}

function amountOf({ loss, unit, objectiveId }: LevelLoss): string {
  const change = objectiveId === SHORTAGES ? 'meer' : 'minder';
  return loss === 1 ? `1 ${change} (${unit.nl})` : `${loss} ${unit.nl} ${change}`;
}

function above({ level }: LevelLoss): string {
  return level === 1 ? '' : ' De niveaus daarboven blijven gelijk.';
}

function movesText(moves: number): string {
  return moves === 1
    ? 'Eén ander huishouden krijgt dan een andere woonplek, of geen.'
    : `Dan krijgen ${moves} andere huishoudens een andere woonplek, of geen.`;
}
