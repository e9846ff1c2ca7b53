import { SAMPLE } from '../support/sample-rows';

/** What an id in an address is of. */
export type Kind =
  | 'region'
  | 'complex'
  | 'unit'
  | 'household'
  | 'run'
  | 'proposal'
  | 'decision'
  | 'assignment'
  | 'request'
  | 'restriction'
  | 'hold'
  | 'placement'
  | 'point'
  | 'purge'
  | 'pause'
  | 'notification'
  | 'handover'
  | 'meeting'
  | 'attendee'
  | 'panelCase';

/** Of each route with ids in its address: what they are of, in order. A route that is not here fails the test. */
export const IDS_OF: Readonly<Record<string, readonly Kind[]>> = {
  'GET /v1/regios/:id': ['region'],
  'GET /v1/complexen/:id': ['complex'],
  'GET /v1/wooneenheden/:id': ['unit'],
  'POST /v1/wooneenheden/:id/statuswijzigingen': ['unit'],
  'GET /v1/wooneenheden/:id/contactpersoon': ['unit'],
  'POST /v1/wooneenheden/:id/contactpersoon': ['unit'],
  'GET /v1/clienten/:id': ['household'],
  'GET /v1/clienten/:id/inzage': ['household'],
  'GET /v1/clienten/:id/afgeschermde-gegevens': ['household'],
  'POST /v1/clienten/:id/toestemmingen': ['household'],
  'GET /v1/clienten/:id/verzoeken': ['household'],
  'POST /v1/clienten/:id/verzoeken': ['household'],
  'POST /v1/clienten/:id/verzoeken/:verzoek/besluiten': ['household', 'request'],
  'POST /v1/clienten/:id/beperkingen/:beperking/opheffingen': ['household', 'restriction'],
  'POST /v1/clienten/:id/correcties': ['household'],
  'POST /v1/clienten/:id/hervattingen': ['household'],
  'GET /v1/clienten/:id/contactpersonen': ['household'],
  'POST /v1/clienten/:id/contactpersonen': ['household'],
  'GET /v1/clienten/:id/gegevens': ['household'],
  'POST /v1/clienten/:id/afsluitingen': ['household'],
  'POST /v1/clienten/:id/heropeningen': ['household'],
  'POST /v1/bewaarplichten/:id/opheffingen': ['hold'],
  'GET /v1/vernietigingen/:id/verklaring': ['purge'],
  'GET /v1/clienten/:id/bsn': ['household'],
  'POST /v1/clienten/:id/bsn': ['household'],
  'GET /v1/matchrondes/:id': ['run'],
  'GET /v1/matchrondes/:id/probleem': ['run'],
  'GET /v1/matchrondes/:id/plan': ['run'],
  'GET /v1/matchrondes/:id/bewijs': ['run'],
  'GET /v1/matchrondes/:id/niet-gematcht': ['run'],
  'GET /v1/matchrondes/:id/niet-gematcht/:clientId': ['run', 'household'],
  'GET /v1/matchrondes/:id/waarom-niet': ['run'],
  'GET /v1/matchrondes/:id/clienten/:clientId/opties': ['run', 'household'],
  'GET /v1/matchrondes/:id/wooneenheden/:wooneenheidId/kandidaten': ['run', 'unit'],
  'GET /v1/matchrondes/:id/hefbomen': ['run'],
  'GET /v1/matchrondes/:id/knelpunt': ['run'],
  'GET /v1/matchrondes/:id/verschillen': ['run'],
  'GET /v1/voorstellen/:id': ['proposal'],
  'POST /v1/voorstellen/:id/beoordelingen': ['proposal'],
  'POST /v1/voorstellen/:id/herroepingen': ['proposal'],
  'GET /v1/voorstellen/:id/zaak': ['proposal'],
  'POST /v1/voorstellen/:id/aanbiedingen': ['proposal'],
  'POST /v1/voorstellen/:id/antwoorden': ['proposal'],
  'POST /v1/voorstellen/:id/niet-verschenen': ['proposal'],
  'POST /v1/voorstellen/:id/weigeringsoordelen': ['proposal'],
  'POST /v1/voorstellen/:id/voorbereidingen': ['proposal'],
  'POST /v1/voorstellen/:id/landingspunten/:punt': ['proposal', 'point'],
  'POST /v1/voorstellen/:id/huisvestingen': ['proposal'],
  'POST /v1/clienten/:id/parkeringen': ['household'],
  'POST /v1/clienten/:id/parkeringen/beeindigingen': ['household'],
  'GET /v1/clienten/:id/plaatsingen': ['household'],
  'POST /v1/plaatsingen/:id/nazorgstappen': ['placement'],
  'POST /v1/plaatsingen/:id/wijzigingen': ['placement'],
  'GET /v1/voorstellen/:id/voortgang': ['proposal'],
  'GET /v1/clienten/:id/verloop': ['household'],
  'GET /v1/wooneenheden/:id/verloop': ['unit'],
  'GET /v1/voorstellen/:id/verloop': ['proposal'],
  'POST /v1/voorstellen/:id/pauzes': ['proposal'],
  'POST /v1/voorstellen/:id/pauzes/:pauze/beeindigingen': ['proposal', 'pause'],
  'POST /v1/voorstellen/:id/voortgang': ['proposal'],
  'GET /v1/toewijzingsprofielen/:id': ['proposal'],
  'POST /v1/toewijzingen/:id/bevestigingen': ['proposal'],
  'POST /v1/toewijzingen/:id/terugsturingen': ['proposal'],
  'POST /v1/toewijzingen/:id/intrekkingen': ['proposal'],
  'POST /v1/voorstellen/:id/doorzettingen': ['proposal'],
  'POST /v1/voorstellen/:id/intrekkingen': ['proposal'],
  'POST /v1/voorstellen/:id/terugzettingen': ['proposal'],
  'POST /v1/voorstellen/:id/heropeningen': ['proposal'],
  'GET /v1/paarbesluiten/:id': ['decision'],
  'POST /v1/paarbesluiten/:id/opheffingen': ['decision'],
  'POST /v1/roltoewijzingen/:id/beoordelingen': ['assignment'],
  'GET /v1/roltoewijzingen/:id/werk': ['assignment'],
  'POST /v1/roltoewijzingen/:id/overdrachten': ['assignment'],
  'POST /v1/roltoewijzingen/:id/beeindigingen': ['assignment'],
  'POST /v1/meldingen/:id/gelezen': ['notification'],
  'GET /v1/veldtafels/:id': ['meeting'],
  'POST /v1/veldtafels/:id/uitnodigingen': ['meeting'],
  'POST /v1/veldtafels/:id/aanwezigheid': ['meeting'],
  'POST /v1/veldtafels/:id/zaken': ['meeting'],
  'POST /v1/veldtafels/:id/zaken/:zaak/bijdragen': ['meeting', 'panelCase'],
  'POST /v1/veldtafels/:id/vaststellingen': ['meeting'],
  'POST /v1/veldtafels/:id/afgelastingen': ['meeting'],
  'POST /v1/veldtafels/:id/zaken/:zaak/intrekkingen': ['meeting', 'panelCase'],
  'POST /v1/veldtafels/:id/uitnodigingen/:deelnemer/intrekkingen': ['meeting', 'attendee'],
  'GET /v1/warmeoverdrachten/:id': ['handover'],
  'POST /v1/clienten/:id/warmeoverdrachten': ['household'],
  'POST /v1/warmeoverdrachten/:id/antwoorden': ['handover'],
  'POST /v1/warmeoverdrachten/:id/intrekkingen': ['handover'],
  'POST /v1/warmeoverdrachten/:id/afrondingen': ['handover'],
};

/** What these routes ask beside the address, so that they come as far as looking for the row. */
export const QUERIES: Readonly<Record<string, string>> = {
  'GET /v1/clienten/:id/afgeschermde-gegevens': '?doel=voorstel',
  'GET /v1/matchrondes/:id/waarom-niet': `?client=${SAMPLE.household}&wooneenheid=${SAMPLE.unit}`,
  'GET /v1/matchrondes/:id/hefbomen': `?client=${SAMPLE.household}`,
  'GET /v1/matchrondes/:id/knelpunt': `?client=${SAMPLE.household}`,
};
export const BODIES: Readonly<Record<string, object>> = {
  'POST /v1/clienten/:id/toestemmingen': { corporatie: SAMPLE.corporatie, besluit: 'geven' },
  'POST /v1/clienten/:id/verzoeken': { soort: 'inzage', ontvangenOp: '2026-11-02', vraag: 'Wat staat er over mij?' },
  'POST /v1/clienten/:id/verzoeken/:verzoek/besluiten': { besluit: 'intrekken', versie: 1 },
  'POST /v1/clienten/:id/beperkingen/:beperking/opheffingen': {
    toelichting: 'Niet meer nodig.',
    clientGeinformeerdOp: '2026-11-02',
  },
  'POST /v1/clienten/:id/hervattingen': { clientAkkoordOp: '2026-11-02', reden: 'Wil weer meedoen.' },
  'POST /v1/clienten/:id/contactpersonen': { persoon: SAMPLE.account, vorige: null },
  'POST /v1/wooneenheden/:id/contactpersoon': { persoon: SAMPLE.account, vorige: null },
  'POST /v1/clienten/:id/correcties': { versie: 1, reden: 'Nagekeken.', gegevens: { huisdieren: 1 } },
  'POST /v1/clienten/:id/afsluitingen': {
    ...{ reden: 'verhuisd-zelf', op: '2026-11-01', toelichting: null, versie: 1 },
  },
  'POST /v1/clienten/:id/heropeningen': { reden: 'Komt terug.', versie: 1 },
  'POST /v1/bewaarplichten/:id/opheffingen': { toelichting: 'De zaak is voorbij.' },
  'POST /v1/clienten/:id/bsn': { lid: SAMPLE.household, bsn: null },
  'POST /v1/wooneenheden/:id/statuswijzigingen': {
    status: 'gereserveerd',
    reden: 'Groot onderhoud',
    vanaf: '2026-11-01',
    versie: 1,
  },
  'POST /v1/voorstellen/:id/beoordelingen': { besluit: 'akkoord', versie: 1 },
  'POST /v1/voorstellen/:id/herroepingen': { versie: 1 },
  'POST /v1/voorstellen/:id/aanbiedingen': { wijze: 'gesprek', op: '2026-11-20', versie: 1 },
  'POST /v1/voorstellen/:id/antwoorden': {
    ...{ antwoord: 'accepteren', door: 'client', wijze: 'gesprek', op: '2026-11-20', versie: 1 },
  },
  'POST /v1/voorstellen/:id/niet-verschenen': { wijze: 'telefoon', op: '2026-11-20', versie: 1 },
  'POST /v1/voorstellen/:id/weigeringsoordelen': { passend: true, toelichting: 'De woning paste.' },
  'POST /v1/voorstellen/:id/voorbereidingen': { versie: 1 },
  'POST /v1/voorstellen/:id/landingspunten/:punt': { stand: 'klaar' },
  'POST /v1/voorstellen/:id/huisvestingen': { sleuteldatum: '2026-11-20', versie: 1 },
  'POST /v1/clienten/:id/parkeringen': { reden: 'opname', tot: null, toelichting: 'Opgenomen.', versie: 1 },
  'POST /v1/clienten/:id/parkeringen/beeindigingen': { toelichting: 'Weer thuis.', versie: 1 },
  'POST /v1/plaatsingen/:id/nazorgstappen': { stap: 'hervatten', op: '2026-11-20', versie: 1 },
  'POST /v1/plaatsingen/:id/wijzigingen': { stap: 'afsluiten', op: '2026-11-20', toelichting: 'Klaar.', versie: 1 },
  'POST /v1/toewijzingen/:id/bevestigingen': { versie: 1 },
  'POST /v1/toewijzingen/:id/terugsturingen': { redenCode: 'DOC', versie: 1 },
  'POST /v1/toewijzingen/:id/intrekkingen': { redenCode: 'DOC', versie: 1 },
  'POST /v1/voorstellen/:id/doorzettingen': { toelichting: 'De papieren zijn er nu.', versie: 1 },
  'POST /v1/voorstellen/:id/intrekkingen': { grond: 'reden', redenCode: 'TOE', versie: 1 },
  'POST /v1/voorstellen/:id/terugzettingen': { toelichting: 'Te vroeg bevestigd.', versie: 1 },
  'POST /v1/voorstellen/:id/heropeningen': { toelichting: 'De cliënt wil toch.', versie: 1 },
  'POST /v1/voorstellen/:id/pauzes': { reden: 'time-out', vanaf: '2026-11-02' },
  'POST /v1/voorstellen/:id/pauzes/:pauze/beeindigingen': { tot: '2026-11-02' },
  'POST /v1/voorstellen/:id/voortgang': { betrokken: true, reden: 'loopt', laatstGezien: null },
  'POST /v1/veldtafels/:id/uitnodigingen': { persoon: SAMPLE.account },
  'POST /v1/veldtafels/:id/aanwezigheid': { deelnemer: SAMPLE.account, aanwezig: true },
  'POST /v1/veldtafels/:id/zaken': { client: 'NO-0001', vraag: 'Welke plek past?', delen: [] },
  'POST /v1/veldtafels/:id/zaken/:zaak/bijdragen': { soort: 'advies', tekst: 'Een rustige plek.' },
  'POST /v1/veldtafels/:id/vaststellingen': { versie: 1 },
  'POST /v1/veldtafels/:id/afgelastingen': { reden: 'Te weinig zaken.', versie: 1 },
  'POST /v1/veldtafels/:id/zaken/:zaak/intrekkingen': { reden: 'Verkeerde cliënt.', versie: 1 },
  'POST /v1/veldtafels/:id/uitnodigingen/:deelnemer/intrekkingen': { versie: 1 },
  'POST /v1/clienten/:id/warmeoverdrachten': {
    ...{ van: 'GM0106', naar: 'GM0118', reden: 'Herkomst elders.', afspraken: 'Blijft in de opvang.' },
    ...{ toestemmingOp: '2026-11-02', toestemmingHoe: 'In een gesprek' },
  },
  'POST /v1/warmeoverdrachten/:id/antwoorden': { antwoord: 'weigeren', reden: 'Niet van ons.', versie: 1 },
  'POST /v1/warmeoverdrachten/:id/intrekkingen': { reden: 'Niet meer nodig.', versie: 1 },
  'POST /v1/warmeoverdrachten/:id/afrondingen': { op: '2026-11-20', versie: 1 },
  'POST /v1/paarbesluiten/:id/opheffingen': { toelichting: 'Niet meer nodig.' },
  'POST /v1/roltoewijzingen/:id/beoordelingen': { besluit: 'beeindigen' },
  'POST /v1/roltoewijzingen/:id/overdrachten': { naar: SAMPLE.account, aantal: 1 },
  'POST /v1/roltoewijzingen/:id/beeindigingen': { laatsteDag: null, werkNaar: 'organisatie' },
};

/**
 * Of rows that belong to an organisation: the roles, by their letters, for which the row of their own organisation is there
 * and that of another is not. For every other role that the route opens for, both are there.
 */
export const OWN_ONLY: Readonly<Record<string, string>> = {
  'GET /v1/clienten/:id': 'A',
  'GET /v1/clienten/:id/inzage': 'A',
  'GET /v1/clienten/:id/afgeschermde-gegevens': 'A',
  'GET /v1/clienten/:id/verzoeken': 'A',
  'GET /v1/clienten/:id/contactpersonen': 'A',
  'GET /v1/clienten/:id/gegevens': 'A',
  'GET /v1/clienten/:id/bsn': 'A',
  'GET /v1/voorstellen/:id': 'A',
  'GET /v1/voorstellen/:id/zaak': 'A',
  'GET /v1/clienten/:id/plaatsingen': 'A',
  'GET /v1/voorstellen/:id/voortgang': 'A',
  'GET /v1/clienten/:id/verloop': 'A',
  'GET /v1/voorstellen/:id/verloop': 'A',
  'GET /v1/toewijzingsprofielen/:id': 'WA',
  'GET /v1/wooneenheden/:id/contactpersoon': 'W',
};

/** Filters by which one could ask for rows of another region. */
export const FILTERS: readonly string[] = [
  `/v1/wooneenheden?complex=${SAMPLE.complex}`,
  `/v1/wooneenheden?corporatie=${SAMPLE.corporatie}`,
  `/v1/clienten?aanbieder=${SAMPLE.aanbieder}`,
  `/v1/clienten?aanbieder=${SAMPLE.corporatie}`,
  `/v1/clienten?contactpersoon=${SAMPLE.account}`,
  `/v1/voorstellen?contactpersoon=${SAMPLE.account}`,
  `/v1/voorstellen?matchronde=${SAMPLE.run}`,
  `/v1/voorstellen?corporatie=${SAMPLE.corporatie}`,
  `/v1/voorstellen?aanbieder=${SAMPLE.aanbieder}`,
  `/v1/toewijzingsprofielen?gemeente=${SAMPLE.gemeente}`,
  `/v1/toewijzingsprofielen?contactpersoon=${SAMPLE.account}`,
  `/v1/inzagelogboek?client=${SAMPLE.household}`,
  '/v1/verzoeken?soort=bezwaar',
  `/v1/warmeoverdrachten?client=${SAMPLE.household}`,
  `/v1/paarbesluiten?client=${SAMPLE.household}`,
  `/v1/paarbesluiten?wooneenheid=${SAMPLE.unit}`,
  `/v1/spreiding?gemeente=${SAMPLE.gemeente}`,
  `/v1/draagkracht?gemeente=${SAMPLE.gemeente}`,
  `/v1/prestatieafspraken?corporatie=${SAMPLE.corporatie}`,
  `/v1/complexen?gemeente=${SAMPLE.gemeente}`,
  `/v1/wijken?gemeente=${SAMPLE.gemeente}`,
];
