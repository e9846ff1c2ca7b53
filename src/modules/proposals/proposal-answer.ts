import { ageOn, weeksBetween, type IsoDate } from '../../core/time/calendar';
import type { MatchExplanation } from '../../core/explain/why';
import { rejectionReason } from '../../core/review/rejection-reasons';
import { accessibilities, herkomstCertainties, housingForms, supportLevels } from '../../core/vocabulary/code-lists';
import type { HouseholdMemberEntity } from '../../database/entities/household-member.entity';
import type { HouseholdEntity } from '../../database/entities/household.entity';
import type { UnitEntity } from '../../database/entities/unit.entity';
import type { UrgencyCategoryOn } from '../../database/read-urgency-categories';
import type { StepDeliveryDto } from '../notifications/notification.dto';
import { verdictAnswer } from '../runs/verdict.dto';
import type { ProposalDetailDto, ProposalEventDto, ProposalSummaryDto } from './proposal.dto';
import type { ProposalEventRow, ProposalRow } from './proposals.queries';

const ADULT_AGE = 18;
const SYSTEM = 'Woonplek';

/** `categories`: the urgency categories as they stand today. */
export function proposalSummary(
  row: ProposalRow,
  today: IsoDate,
  categories: ReadonlyMap<string, UrgencyCategoryOn>,
): ProposalSummaryDto {
  const category = categories.get(row.urgencyCategoryId ?? '');
  return {
    id: row.id,
    matchronde: { id: row.runId, tijdvak: row.slot },
    status: row.state,
    client: { id: row.householdId, nummer: row.reference },
    doelgroep: { id: row.doelgroepId, naam: row.doelgroep },
    herkomst: row.herkomstId === null ? null : { id: row.herkomstId, naam: row.herkomst ?? row.herkomstId },
    urgentie: {
      klasse: row.urgencyBand,
      categorie: category === undefined ? null : { id: category.id, naam: category.name },
      wettelijkePlicht: category?.legalDuty ?? false,
    },
    weken: Math.max(0, weeksBetween(row.waitingSince, today)),
    wooneenheid: { id: row.unitId, naam: row.unit, complex: row.complex },
    gemeente: { id: row.gemeenteId, naam: row.gemeente },
    wijk: { id: row.wijkId, naam: row.wijk },
    corporatie: row.corporatieId === null ? null : { id: row.corporatieId, naam: row.corporatie ?? '' },
    aanbieder: { id: row.aanbiederId, naam: row.aanbieder },
    contactpersoon: row.contactId === null ? null : { id: row.contactId, naam: row.contact ?? '' },
    geplandeStart: row.plannedStart,
    beslistOpNiveau: row.decidedAtLevel,
    versie: row.version,
    gewijzigdOp: row.updatedAt.toISOString(),
  };
}

export function householdProfile(
  household: HouseholdEntity,
  members: readonly HouseholdMemberEntity[],
  start: IsoDate,
): ProposalDetailDto['huishouden'] {
  const main = members.find(({ position }) => position === 0);
  return {
    personen: members.length,
    minderjarigen: members.filter(({ birthDate }) => ageOn(birthDate, start) < ADULT_AGE).length,
    leeftijdHoofdbewoner: main ? ageOn(main.birthDate, start) : null,
    slaapkamersNodig: household.bedroomsNeeded,
    toegankelijkheid: accessibilities.named(household.accessibilityNeeded),
    huisdieren: household.pets,
    begeleiding: supportLevels.named(household.supportLevel),
    begeleidingUren: household.guidanceHours,
    draaglast: household.draaglast,
    wachtendSinds: household.waitingSince,
    uitstroomgereedOp: household.readyForOutflowOn,
    herkomstZekerheid: herkomstCertainties.named(household.herkomstCertainty),
  };
}

export function unitProfile(unit: UnitEntity, freePlaces: number): ProposalDetailDto['woonplek'] {
  return {
    programma: unit.programme,
    woonvorm: housingForms.named(unit.housingForm),
    slaapkamers: unit.bedrooms,
    maximumPersonen: unit.maxPersons,
    huurCent: unit.rentCents,
    toegankelijkheid: unit.accessibility === null ? null : accessibilities.named(unit.accessibility),
    beschikbaarVanaf: unit.availableFrom,
    beschikbaarTot: unit.availableUntil,
    maximumVerblijfMaanden: unit.maxStayMonths,
    plaatsen: unit.places,
    vrijePlaatsen: Math.max(0, freePlaces),
  };
}

/** What the round wrote down of the match: rules, levels, and what else was possible. */
export function justificationAnswer(
  justification: MatchExplanation,
): Pick<ProposalDetailDto, 'redenen' | 'niveaus' | 'beslistTekst' | 'alternatieven' | 'andereKandidaten'> {
  const decided = justification.levels.find(({ level }) => level === justification.decidedAtLevel);
  return {
    redenen: justification.verdicts.map(verdictAnswer),
    niveaus: justification.levels.map(({ level, objectiveId, title, worth, unit, text }) => ({
      niveau: level,
      doel: { id: objectiveId, naam: title.nl },
      bijdrage: worth,
      eenheid: unit.nl,
      tekst: text.nl,
    })),
    beslistTekst: justification.byHand
      ? 'Dit voorstel komt niet uit de ronde. Een wooncoördinator maakte het met de hand, op de gegevens van die dag.'
      : justification.asReserve
        ? 'Dit is een reserve. Een ander voorstel voor deze woonplek ging niet door, en deze cliënt is volgens de ronde de eerste kandidaat die nu aan alle regels voldoet.'
        : decided
          ? `Vanaf niveau ${decided.level} (${decided.title.nl}) hoort dit voorstel in elk best mogelijk plan.`
          : 'Er waren plannen die even goed zijn zonder dit voorstel; de loting koos.',
    alternatieven: justification.alternatives
      .filter(({ eligible }) => eligible)
      .map(({ unitId, name, takenInPlan }) => ({ wooneenheid: { id: unitId, naam: name }, bezetInPlan: takenInPlan })),
    andereKandidaten: justification.candidates.count,
  };
}

/** `told`: how far the news of this step got. */
export function eventAnswer(row: ProposalEventRow, told: readonly StepDeliveryDto[]): ProposalEventDto {
  return {
    id: row.id,
    actie: row.action,
    van: row.fromState,
    naar: row.toState,
    op: row.at.toISOString(),
    door: row.by ?? SYSTEM,
    reden:
      row.reasonCode === null
        ? null
        : { code: row.reasonCode, tekst: rejectionReason(row.reasonCode)?.nl ?? row.reasonCode },
    toelichting: row.note,
    beleidsversie: row.policyVersion,
    meldingen: [...told],
  };
}
