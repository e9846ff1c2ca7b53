import type { LevelLoss } from '../../core/explain/level-loss';
import type { RankedPair } from '../../core/explain/rank-options';
import type { LawfulChange } from '../../core/explain/smallest-change';
import type { BlockingRow } from '../../core/explain/why-nothing';
import type { WhyNot } from '../../core/explain/why-not';
import { required, type ProblemIndex } from '../../core/matching/problem-index';
import { ruleById } from '../../core/rules/catalogue';
import { verdictAnswer } from '../runs/verdict.dto';
import { certainties, changeOwners, type OptionDto, type WhyNotDto } from './explanation.dto';
import { boundText, lossText, lossTextForClient, shortLossText } from './loss-words';

/** Names that people know: of clients from the database, of everything else from the round itself. */
export interface Names {
  readonly index: ProblemIndex;
  readonly references: ReadonlyMap<string, string>;
}

export function clientOf({ references }: Names, id: string): { id: string; nummer: string } {
  return { id, nummer: references.get(id) ?? id };
}

export function unitOf({ index }: Names, id: string): { id: string; naam: string } {
  return { id, naam: index.units.get(id)?.name ?? id };
}

export function levelAnswer({ level, objectiveId, title, unit, before, after, loss }: LevelLoss) {
  return {
    niveau: level,
    doel: { id: objectiveId, naam: title.nl },
    eenheid: unit.nl,
    nu: before,
    dan: after,
    verlies: loss,
  };
}

function changeAnswer({ ruleId, owner, text }: LawfulChange) {
  return { regel: ruleId, eigenaar: changeOwners.named(owner), tekst: text.nl };
}

function fullAnswer(row: BlockingRow) {
  return {
    regel: row.ruleId,
    titel: row.title.nl,
    onderwerp: row.subject,
    tekst: row.text.nl,
    geteld: row.counted,
    grens: row.upper,
    erbij: row.weight,
  };
}

/** The title of a level (1 = highest) of the round's policy. */
export function levelTitle({ index }: Names, level: number | null): string | null {
  const entry = level === null ? undefined : index.problem.policy.levels[level - 1];
  return entry === undefined ? null : ruleById(entry.objectiveId).title.nl;
}

type Base = Omit<WhyNotDto, 'uitkomst' | 'tekst' | 'tekstVoorClient'>;

/** `maySeePersons` false: how many others would move, and not who. */
export function whyNotAnswer(
  names: Names,
  householdId: string,
  unitId: string,
  answer: WhyNot,
  maySeePersons: boolean,
): WhyNotDto {
  const base: Base = {
    client: clientOf(names, householdId),
    wooneenheid: unitOf(names, unitId),
    vastgesteld: answer.kind === 'bound' ? 'ondergrens' : 'exact',
    regels: [],
    geblokkeerd: null,
    veranderingen: [],
    volleAfspraken: [],
    beslistOpNiveau: null,
    tenMinste: 0,
    niveaus: [],
    aantalVerhuizingen: 0,
    verhuizingen: [],
  };
  const said = (uitkomst: WhyNotDto['uitkomst'], tekst: string, tekstVoorClient = tekst) => ({
    ...base,
    uitkomst,
    tekst,
    tekstVoorClient,
  });
  switch (answer.kind) {
    case 'matched':
      return said('geplaatst', 'Deze cliënt krijgt in deze ronde deze woonplek.', 'U krijgt deze woonplek.');
    case 'not-eligible': {
      const reasons = [
        ...(answer.ban ? ['een mens heeft dit paar uitgesloten'] : []),
        ...answer.verdicts.map(({ title }) => title.nl.toLowerCase()),
      ];
      return {
        ...said('voldoet-niet', `Deze woonplek past niet: ${reasons.join(', ')}.`),
        regels: answer.verdicts.map(verdictAnswer),
        geblokkeerd: answer.ban?.reason ?? null,
        veranderingen: answer.changes.map(changeAnswer),
      };
    }
    case 'impossible':
      return {
        ...said('onmogelijk', 'Deze woonplek kan niet, ook niet als anderen plaatsmaken: een afspraak was al vol.'),
        volleAfspraken: answer.blockedBy.map(fullAnswer),
      };
    case 'bound':
      return {
        ...said('ondergrens', boundText(answer.level, levelTitle(names, answer.level))),
        beslistOpNiveau: answer.level,
        tenMinste: answer.atLeast,
      };
    case 'loss': {
      const { level, levels, moves } = answer;
      return {
        ...said(
          level === null ? 'even-goed' : 'kost-iets',
          lossText(level, levels, moves.length),
          lossTextForClient(level, levels, moves.length),
        ),
        beslistOpNiveau: level,
        tenMinste: levels.find((each) => each.level === level)?.loss ?? 0,
        niveaus: levels.map(levelAnswer),
        aantalVerhuizingen: moves.length,
        verhuizingen: maySeePersons
          ? moves.map(({ householdId: id, fromUnitId, toUnitId }) => ({
              client: clientOf(names, id),
              van: fromUnitId === null ? null : unitOf(names, fromUnitId),
              naar: toUnitId === null ? null : unitOf(names, toUnitId),
            }))
          : [],
      };
    }
  }
}

/** What options and candidates have in common. */
export function rankedAnswer(names: Names, pair: RankedPair): Omit<OptionDto, 'wooneenheid' | 'gemeente'> {
  const isExact = pair.certainty === 'exact';
  const level = isExact ? pair.level : pair.bound.level;
  return {
    rang: pair.rank,
    inPlan: pair.inPlan,
    vastgesteld: certainties.toPublic(pair.certainty),
    beslistOpNiveau: level,
    tenMinste: isExact ? (pair.levels.find((each) => each.level === level)?.loss ?? 0) : pair.bound.atLeast,
    niveaus: pair.levels.map(levelAnswer),
    aantalVerhuizingen: pair.moves,
    tekst: rankedText(names, pair),
  };
}

function rankedText(names: Names, { inPlan, certainty, level, levels, bound }: RankedPair): string {
  if (inPlan) return 'Zo staat het in het plan.';
  switch (certainty) {
    case 'exact':
      return shortLossText(level, levels);
    case 'impossible':
      return 'Dit kan niet, ook niet als anderen plaatsmaken: een afspraak was al vol.';
    case 'bound':
      return boundText(bound.level, levelTitle(names, bound.level));
  }
}

export function gemeenteOf({ index }: Names, unitId: string): { id: string; naam: string } {
  const { gemeenteId } = required(index.units, unitId, 'unit');
  return { id: gemeenteId, naam: required(index.gemeenten, gemeenteId, 'gemeente').name };
}
