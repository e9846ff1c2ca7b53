import type { MatchExplanation } from '../../core/explain/why';
import { proposalTransitions, type ProposalAction, type ProposalState } from '../../core/review/proposal-transitions';
import { rejectionReason } from '../../core/review/rejection-reasons';
import { dateInWords } from '../../core/time/date-in-words';
import { ROLE_NAMES, ROLES } from '../../platform/access/permissions';
import { justificationAnswer } from './proposal-answer';
import type { ProposalExplanationDto } from './proposal-explanation.dto';

/** What the explanation of one proposal is made from. */
export interface ExplainedProposal {
  readonly id: string;
  readonly unit: string;
  readonly gemeente: string;
  readonly state: ProposalState;
  readonly createdAt: Date;
  readonly plannedStart: string;
  readonly justification: Partial<MatchExplanation>;
}

export interface ExplainedStep {
  readonly proposalId: string;
  readonly action: ProposalAction;
  readonly at: Date;
  readonly role: string | null;
  readonly reasonCode: string | null;
  readonly note: string | null;
}

const OUTCOMES = {
  voldoet: 'klopt',
  'voldoet-niet': 'klopt niet',
  onbekend: 'niet te beoordelen',
  uitzondering: 'klopt niet, maar er geldt een uitzondering',
} as const;

const STEPS: Readonly<Record<ProposalAction, string>> = {
  goedkeuren: 'goedgekeurd',
  afwijzen: 'afgewezen',
  herroepen: 'een eerder besluit teruggenomen',
  vervangen: 'vervallen',
  bevestigen: 'bevestigd door de corporatie',
  terugsturen: 'teruggestuurd door de corporatie',
  doorzetten: 'opnieuw aan de corporatie gevraagd',
  aanbieden: 'aangeboden',
  accepteren: 'geaccepteerd',
  weigeren: 'geweigerd',
  verlopen: 'verlopen zonder antwoord',
  voorbereiden: 'zachte landing begonnen',
  huisvesten: 'sleutel gekregen',
  terugzetten: 'een stap teruggezet',
  verouderen: 'klopt niet meer met de gegevens van die dag',
  intrekken: 'ingetrokken',
  heropenen: 'opnieuw geopend',
};

/** Says of one proposal why it was made and what people decided, from what the round wrote down of it. */
export function explainProposal(proposal: ExplainedProposal, steps: readonly ExplainedStep[]): ProposalExplanationDto {
  const { verdicts = [], levels = [], alternatives = [], decidedAtLevel = null } = proposal.justification;
  const candidates = proposal.justification.candidates ?? { count: 0, householdIds: [] };
  const { redenen, niveaus, beslistTekst } = justificationAnswer({
    ...{ householdId: '', unitId: '', verdicts, levels, decidedAtLevel, alternatives, candidates },
  });
  const otherHomes = alternatives.filter(({ eligible }) => eligible).length;
  return {
    id: proposal.id,
    woonplek: proposal.unit,
    gemeente: proposal.gemeente,
    status: proposalTransitions.states.find(({ code }) => code === proposal.state)!.nl,
    gemaaktOp: proposal.createdAt.toISOString(),
    geplandeStart: proposal.plannedStart,
    uitleg: [
      `Woonplek stelde ${proposal.unit} in ${proposal.gemeente} voor, vanaf ${dateInWords(proposal.plannedStart).nl}.`,
      ...(verdicts.length === 0
        ? ['Van dit voorstel is geen uitleg bewaard.']
        : [
            `De regels van de regio zijn bekeken: ${countOf(verdicts.length, 'regel', 'regels')}. Hieronder staat wat elke regel zegt.`,
            'De computer kijkt naar alle huishoudens en alle vrije woonplekken tegelijk, en zoekt de beste verdeling.',
            homesText(otherHomes),
            candidatesText(candidates.count),
            beslistTekst,
          ]),
      'Een computer beslist niet: een mens beoordeelt elk voorstel.',
    ],
    regels: redenen.map(({ titel, uitkomst, tekst }) => ({ titel, uitkomst: OUTCOMES[uitkomst], tekst })),
    doelen: niveaus.map(({ doel, tekst }) => ({ titel: doel.naam, tekst })),
    besluiten: steps
      .filter(({ proposalId }) => proposalId === proposal.id)
      .map(({ action, at, role, reasonCode, note }) => ({
        op: at.toISOString(),
        wat: STEPS[action],
        rol: roleWords(role),
        reden: reasonCode === null ? null : (rejectionReason(reasonCode)?.nl ?? reasonCode),
        toelichting: note,
      })),
  };
}

function homesText(count: number): string {
  if (count === 0) return 'Er was in die ronde geen andere woonplek waar u volgens de regels kon wonen.';
  return `Er ${count === 1 ? 'was' : 'waren'} in die ronde nog ${countOf(count, 'andere woonplek', 'andere woonplekken')} waar u volgens de regels kon wonen.`;
}

function candidatesText(count: number): string {
  if (count === 0) return 'Niemand anders kon volgens de regels in deze woonplek wonen.';
  return `Volgens de regels ${count === 1 ? 'kon' : 'konden'} ook ${countOf(count, 'ander huishouden', 'andere huishoudens')} in deze woonplek wonen.`;
}

function countOf(count: number, one: string, more: string): string {
  return `${count} ${count === 1 ? one : more}`;
}

function roleWords(role: string | null): string {
  const known = ROLES.find((each) => each === role);
  return known ? ROLE_NAMES[known] : 'Woonplek zelf';
}
