import { PERSON_COLUMNS } from '../../database/person-columns/person-columns';
import { TRACED_TABLES } from '../../database/traced-tables';

/** What each read is called, by its code: the `action` of `@ReadsPersons`. A test refuses an action that is not here. */
export const READ_WORDS: Readonly<Record<string, string>> = {
  'access-log.list': 'inzagelogboek doorzocht',
  'allocation.confirm': 'toewijzing bevestigd',
  'allocation.decline': 'toewijzing teruggestuurd',
  'allocation.list': 'lijst van toewijzingsprofielen bekeken',
  'allocation.read': 'toewijzingsprofiel bekeken',
  'allocation.withdraw': 'toewijzing ingetrokken',
  'client-request.decide': 'verzoek van de cliënt afgehandeld of verlengd',
  'client-request.list': 'lijst van verzoeken van cliënten bekeken',
  'client-request.read': 'verzoeken van de cliënt bekeken',
  'client-request.record': 'verzoek van de cliënt vastgelegd',
  'client-request.resume': 'cliënt doet weer mee na een bezwaar',
  'client-restriction.end': 'beperking van de verwerking opgeheven',
  'client.list': 'lijst van cliënten bekeken',
  'client.read': 'dossier bekeken',
  'client.assign-contact': 'contactpersoon van de cliënt gewijzigd',
  'client.read-contacts': 'contactpersonen van de cliënt bekeken',
  'client.read-bsn': 'burgerservicenummers bekeken',
  'client.read-shielded': 'afgeschermde gegevens bekeken',
  'client.record-bsn': 'burgerservicenummer vastgelegd of gewist',
  'client.change-consent': 'toestemming vastgelegd of ingetrokken',
  'client.correct': 'gegevens van de cliënt verbeterd',
  'client.export': 'alle gegevens van de cliënt opgevraagd',
  'client.read-log': 'overzicht van inzage bekeken',
  'client.close': 'dossier afgesloten',
  'case.answer': 'antwoord van de cliënt vastgelegd',
  'case.house': 'sleutel vastgelegd',
  'case.judge-refusal': 'weigering beoordeeld',
  'case.no-show': 'vastgelegd dat de cliënt niet verscheen',
  'case.offer': 'aanbod vastgelegd',
  'case.prepare': 'zachte landing begonnen',
  'case.read': 'aanbod en zachte landing bekeken',
  'case.settle-point': 'punt van de zachte landing vastgelegd',
  'client.park': 'cliënt op pauze gezet',
  'client.resume': 'pauze van de cliënt beëindigd',
  'client.reopen': 'dossier heropend',
  'explanation.candidates': 'kandidaten voor een woonplek bekeken',
  'explanation.conflict': 'knelpunt van een ronde bekeken',
  'explanation.differences': 'verschillen tussen rondes bekeken',
  'explanation.levers': 'wat zou helpen bekeken',
  'explanation.options': 'mogelijke woonplekken bekeken',
  'explanation.why-not': 'uitleg bekeken waarom een woonplek niet past',
  'handover.answer': 'antwoord op een warme overdracht vastgelegd',
  'handover.complete': 'warme overdracht afgerond',
  'handover.list': 'lijst van warme overdrachten bekeken',
  'handover.propose': 'warme overdracht gevraagd',
  'handover.read': 'warme overdracht bekeken',
  'handover.withdraw': 'warme overdracht ingetrokken',
  'legal-hold.lift': 'bewaarplicht opgeheven',
  'legal-hold.list': 'lijst van bewaarplichten bekeken',
  'legal-hold.set': 'bewaarplicht ingesteld',
  'panel.attend': 'aanwezigheid bij een bijeenkomst vastgelegd',
  'panel.cancel': 'bijeenkomst afgelast',
  'panel.close': 'verslag van een bijeenkomst vastgesteld',
  'panel.invite': 'iemand uitgenodigd voor een bijeenkomst',
  'panel.plan': 'bijeenkomst gepland',
  'panel.put-on-agenda': 'cliënt op de agenda gezet',
  'panel.read': 'agenda en verslag van een bijeenkomst bekeken',
  'panel.take-off-agenda': 'cliënt van de agenda gehaald',
  'panel.uninvite': 'uitnodiging voor een bijeenkomst ingetrokken',
  'panel.write': 'advies, besluit of aanvulling geschreven',
  'pair-decision.lift': 'besluit opgeheven',
  'pair-decision.list': 'lijst van besluiten bekeken',
  'pair-decision.preview': 'gevolgen van een besluit bekeken',
  'pair-decision.read': 'besluit bekeken',
  'pair-decision.take': 'besluit genomen',
  'client.list-clocks': 'klokken van de regio bekeken',
  'proposal.end-pause': 'pauze in een zaak beëindigd',
  'proposal.pause': 'pauze in een zaak begonnen',
  'client.read-timeline': 'verloop van de cliënt bekeken',
  'proposal.read-course': 'termijn en voortgang van een voorstel bekeken',
  'proposal.read-timeline': 'verloop van een voorstel bekeken',
  'unit.read-timeline': 'verloop van een woonplek bekeken',
  'proposal.report': 'voortgang van een zaak gemeld',
  'work.list': 'werkvoorraad bekeken',
  'proposal.list': 'lijst van voorstellen bekeken',
  'proposal.match-by-hand': 'cliënt met de hand voorgesteld',
  'proposal.override': 'teruggestuurd voorstel doorgezet',
  'proposal.read': 'voorstel bekeken',
  'proposal.preview-by-hand': 'gevolgen van een voorstel met de hand bekeken',
  'proposal.reopen': 'voorstel opnieuw geopend',
  'proposal.review': 'voorstel beoordeeld',
  'proposal.revoke': 'beoordeling herroepen',
  'proposal.step-back': 'voorstel een stap teruggezet',
  'proposal.withdraw': 'voorstel ingetrokken',
  'run.download-plan': 'plan van een ronde gedownload',
  'run.download-problem': 'gegevens van een ronde gedownload',
  'run.download-receipt': 'bewijs van een ronde gedownload',
  'tenancy.change': 'plaatsing gewijzigd',
  'tenancy.follow': 'nazorg vastgelegd',
  'tenancy.read': 'plaatsingen bekeken',
  'unmatched.list': 'lijst van niet-gematchte cliënten bekeken',
  'unmatched.read': 'uitleg bekeken waarom er geen voorstel was',
};

/** The code of a change: the kind of row, as `household-member`. */
export function changeCode(table: string): string {
  return table.replaceAll('_', '-');
}

/** Every code by which the log can be searched, with its words. */
export const TRACE_CODE_WORDS: ReadonlyMap<string, string> = new Map([
  ...Object.entries(READ_WORDS),
  ...Object.entries(TRACED_TABLES).map(([table, noun]): [string, string] => [changeCode(table), `wijziging: ${noun}`]),
]);

const OPERATION_WORDS = { insert: 'toegevoegd', update: 'gewijzigd', delete: 'verwijderd' } as const;

export function changeWords(table: string, operation: keyof typeof OPERATION_WORDS): string {
  return `${TRACED_TABLES[table] ?? table} ${OPERATION_WORDS[operation]}`;
}

/** A column in plain Dutch where it is about a person, else its name. */
export function columnWords(table: string, column: string): string {
  return PERSON_COLUMNS[table]?.[column]?.[0] ?? column;
}

const ABOUT_KEEPING = new Set(['legal_hold', 'retention_term', 'purge_record']);
const ABOUT_ACCESS = new Set(['account', 'account_identity', 'role_assignment', 'role_review']);

const ABOUT_RIGHTS = new Set(['client_request', 'household_restriction', 'household_correction']);

/** Why rows of a table are written. */
export function purposeOfChange(table: string): string {
  if (ABOUT_RIGHTS.has(table)) return 'Rechten van de cliënt';
  if (ABOUT_ACCESS.has(table)) return 'Beheer van toegang';
  if (ABOUT_KEEPING.has(table)) return 'Bewaren en vernietigen van gegevens';
  return table in PERSON_COLUMNS ? 'Toewijzen van woonruimte' : 'Beheer van gegevens voor het toewijzen';
}
