import type { Role } from '../../src/platform/access/permissions';

/** The roles by the letters of the table below. */
export const LETTERS: Readonly<Record<string, Role>> = {
  C: 'coordinator',
  W: 'corporatie',
  A: 'aanbieder',
  G: 'gemeente',
  R: 'wijkregisseur',
  V: 'veldtafel',
  U: 'auditor',
  B: 'beheerder',
};

const EVERYBODY = 'CWAGRVUB';

/**
 * For each route the roles that it opens for, written out by hand from what each role is for; 'public' opens for nobody in
 * particular as well. All others get 403, and who is not signed in gets 401. A route that is not here fails the test.
 */
export const OPENS_FOR: Readonly<Record<string, string>> = {
  'GET /aanmelden': 'public',
  'GET /aanmelden/terug': 'public',
  'POST /aanmelden/afmeldbericht': 'public',
  'GET /v1/openapi.json': 'public',
  'GET /v1/gezondheid': 'public',

  'GET /v1/sessie': EVERYBODY,
  'POST /v1/sessie/rolwisselingen': EVERYBODY,
  'POST /v1/sessie/afmeldingen': EVERYBODY,
  'GET /v1/roltoewijzingen': 'UB',
  'POST /v1/roltoewijzingen': 'B',
  'POST /v1/roltoewijzingen/:id/beoordelingen': 'B',
  'GET /v1/roltoewijzingen/:id/werk': 'B',
  'POST /v1/roltoewijzingen/:id/overdrachten': 'B',
  'POST /v1/roltoewijzingen/:id/beeindigingen': 'B',

  'GET /v1/regios': EVERYBODY,
  'GET /v1/regios/:id': EVERYBODY,
  'GET /v1/gemeenten': EVERYBODY,
  'GET /v1/wijken': EVERYBODY,
  'GET /v1/doelgroepen': EVERYBODY,
  'GET /v1/urgentiecategorieen': EVERYBODY,
  'GET /v1/organisaties': EVERYBODY,
  'GET /v1/corporaties': EVERYBODY,
  'GET /v1/aanbieders': EVERYBODY,
  'GET /v1/regels': EVERYBODY,
  'GET /v1/beleid': EVERYBODY,

  'GET /v1/complexen': 'CWAGU',
  'GET /v1/complexen/:id': 'CWAGU',
  'GET /v1/wooneenheden': 'CWAGU',
  'GET /v1/wooneenheden/:id': 'CWAGU',
  'POST /v1/wooneenheden/:id/statuswijzigingen': 'CW',
  // A corporatie says itself who is the contact person for its homes, and hands those over.
  'GET /v1/wooneenheden/:id/contactpersoon': 'CW',
  'POST /v1/wooneenheden/:id/contactpersoon': 'W',
  'POST /v1/wooneenheden-overdrachten': 'W',

  'GET /v1/spreiding': 'CWAGRU',
  'GET /v1/draagkracht': 'CWAGRU',
  'GET /v1/prestatieafspraken': 'CWAGRU',

  'GET /v1/clienten': 'CA',
  'GET /v1/clienten/:id': 'CA',
  // For the client, from whoever keeps the file. The auditor searches the whole log instead.
  'GET /v1/clienten/:id/inzage': 'CA',
  'GET /v1/inzagelogboek': 'U',
  'GET /v1/loghandelingen': 'U',
  'GET /v1/clienten/:id/afgeschermde-gegevens': 'CA',
  'POST /v1/clienten/:id/toestemmingen': 'CA',
  // Whoever brings a client in, or coordinates for them, does what the client asks about their data.
  'GET /v1/verzoeken': 'CA',
  'GET /v1/clienten/:id/verzoeken': 'CA',
  'POST /v1/clienten/:id/verzoeken': 'CA',
  'POST /v1/clienten/:id/verzoeken/:verzoek/besluiten': 'CA',
  'POST /v1/clienten/:id/beperkingen/:beperking/opheffingen': 'CA',
  'POST /v1/clienten/:id/correcties': 'CA',
  'POST /v1/clienten/:id/hervattingen': 'CA',
  'GET /v1/clienten/:id/gegevens': 'CA',
  // Each role chooses its own contact person among its own people; who sees no clients hands over by numbers only.
  'GET /v1/collegas': 'CWA',
  'GET /v1/eigen-werk': 'CA',
  'POST /v1/overdrachten': 'CA',
  'GET /v1/clienten/:id/contactpersonen': 'CA',
  'POST /v1/clienten/:id/contactpersonen': 'CA',
  'POST /v1/clienten/:id/afsluitingen': 'CA',
  'POST /v1/clienten/:id/heropeningen': 'CA',
  // The beheerder says how long, who keeps the files when not yet, and the auditor looks whether it was done.
  'GET /v1/bewaartermijnen': 'CUB',
  'POST /v1/bewaartermijnen': 'B',
  'GET /v1/bewaarplichten': 'CUB',
  'POST /v1/bewaarplichten': 'C',
  'POST /v1/bewaarplichten/:id/opheffingen': 'C',
  'GET /v1/vernietigingen': 'CUB',
  'GET /v1/vernietigingen/:id/verklaring': 'CUB',
  'GET /v1/clienten/:id/bsn': 'A',
  'POST /v1/clienten/:id/bsn': 'A',

  // An auditor follows a round from its facts to its outcome, with numbers of clients and without names.
  'GET /v1/matchrondes': 'CU',
  'POST /v1/matchrondes': 'C',
  'GET /v1/matchrondes/:id': 'CU',
  'GET /v1/matchrondes/:id/probleem': 'CU',
  'GET /v1/matchrondes/:id/plan': 'CU',
  'GET /v1/matchrondes/:id/bewijs': 'CU',
  'GET /v1/matchrondes/:id/niet-gematcht': 'CU',
  'GET /v1/matchrondes/:id/niet-gematcht/:clientId': 'CU',
  'GET /v1/matchrondes/:id/waarom-niet': 'CU',
  'GET /v1/matchrondes/:id/clienten/:clientId/opties': 'CU',
  'GET /v1/matchrondes/:id/wooneenheden/:wooneenheidId/kandidaten': 'CU',
  'GET /v1/matchrondes/:id/hefbomen': 'CU',
  'GET /v1/matchrondes/:id/knelpunt': 'CU',
  'GET /v1/matchrondes/:id/verschillen': 'CU',
  'GET /v1/lotingen': 'CU',

  'GET /v1/voorstellen': 'CA',
  'GET /v1/voorstellen/:id': 'CA',
  // A corporatie is told what it needs for a tenancy, and no more.
  'GET /v1/toewijzingsprofielen': 'WA',
  'GET /v1/toewijzingsprofielen/:id': 'WA',
  'GET /v1/toewijzingsstand': 'WA',
  // Whoever owns the home: a corporatie, else an aanbieder, else the region.
  'POST /v1/toewijzingen/:id/bevestigingen': 'CWA',
  'POST /v1/toewijzingen/:id/terugsturingen': 'CWA',
  'POST /v1/toewijzingen/:id/intrekkingen': 'CW',
  'POST /v1/voorstellen/:id/doorzettingen': 'C',
  // For a corporatie there is no proposal: it withdraws by the allocation.
  'POST /v1/voorstellen/:id/intrekkingen': 'CW',
  'POST /v1/voorstellen/:id/terugzettingen': 'C',
  'POST /v1/voorstellen/:id/heropeningen': 'C',
  'POST /v1/voorstellen/:id/beoordelingen': 'C',
  'POST /v1/voorstellen/:id/herroepingen': 'C',
  'POST /v1/handmatige-voorstellen': 'C',
  'POST /v1/handmatige-voorstellen/vooruitblikken': 'C',
  'GET /v1/afwijsredenen': EVERYBODY,
  // Whoever brings the client in talks with the client; the corporatie hands over the key, and is told nothing of the rest.
  'GET /v1/voorstellen/:id/zaak': 'CA',
  'POST /v1/voorstellen/:id/aanbiedingen': 'CA',
  'POST /v1/voorstellen/:id/antwoorden': 'CA',
  'POST /v1/voorstellen/:id/niet-verschenen': 'CA',
  'POST /v1/voorstellen/:id/voorbereidingen': 'CA',
  'POST /v1/voorstellen/:id/landingspunten/:punt': 'CA',
  'POST /v1/voorstellen/:id/huisvestingen': 'CW',
  // Not by who brings the client in: it can cost the client something.
  'POST /v1/voorstellen/:id/weigeringsoordelen': 'C',
  'POST /v1/clienten/:id/parkeringen': 'C',
  'POST /v1/clienten/:id/parkeringen/beeindigingen': 'C',
  'GET /v1/clienten/:id/plaatsingen': 'CA',
  'POST /v1/plaatsingen/:id/nazorgstappen': 'CA',
  'POST /v1/plaatsingen/:id/wijzigingen': 'C',

  'GET /v1/voorstellen/:id/voortgang': 'CA',
  // Of a home everybody reads what they may see of it: who sees no clients, that somebody lived there.
  'GET /v1/clienten/:id/verloop': 'CA',
  'GET /v1/wooneenheden/:id/verloop': 'CWA',
  'GET /v1/voorstellen/:id/verloop': 'CA',
  'POST /v1/voorstellen/:id/pauzes': 'CA',
  'POST /v1/voorstellen/:id/pauzes/:pauze/beeindigingen': 'CA',
  'POST /v1/voorstellen/:id/voortgang': 'CA',
  // A corporatie sees what waits for its homes, and not for whom.
  'GET /v1/werkvoorraad': 'CWA',
  'GET /v1/klokken': 'CA',

  // Who is told of steps of proposals, each of their own.
  'GET /v1/meldingen': 'CWA',
  'POST /v1/meldingen/gelezen': 'CWA',
  'POST /v1/meldingen/:id/gelezen': 'CWA',
  'GET /v1/meldingsvoorkeuren': 'CWA',
  'PUT /v1/meldingsvoorkeuren': 'CWA',

  // A gemeente sees what is asked of itself, and answers that; a coordinator asks, and answers for who has nobody here.
  'GET /v1/warmeoverdrachten': 'CAG',
  'GET /v1/warmeoverdrachten/:id': 'CAG',
  'POST /v1/clienten/:id/warmeoverdrachten': 'C',
  'POST /v1/warmeoverdrachten/:id/antwoorden': 'CG',
  'POST /v1/warmeoverdrachten/:id/intrekkingen': 'C',
  'POST /v1/warmeoverdrachten/:id/afrondingen': 'C',

  // Who sits at the table reads and advises; who coordinates prepares it and writes the decision down.
  'GET /v1/veldtafels': 'CV',
  'GET /v1/veldtafels/:id': 'CV',
  'POST /v1/veldtafels': 'C',
  'POST /v1/veldtafels/:id/uitnodigingen': 'C',
  'POST /v1/veldtafels/:id/aanwezigheid': 'C',
  'POST /v1/veldtafels/:id/zaken': 'C',
  'POST /v1/veldtafels/:id/zaken/:zaak/bijdragen': 'CV',
  'POST /v1/veldtafels/:id/vaststellingen': 'C',
  'POST /v1/veldtafels/:id/afgelastingen': 'C',
  'POST /v1/veldtafels/:id/zaken/:zaak/intrekkingen': 'C',
  'POST /v1/veldtafels/:id/uitnodigingen/:deelnemer/intrekkingen': 'C',

  'GET /v1/paarbesluiten': 'CU',
  'GET /v1/paarbesluiten/:id': 'CU',
  'POST /v1/paarbesluiten': 'C',
  'POST /v1/paarbesluiten/:id/opheffingen': 'C',
  'POST /v1/vooruitblikken': 'C',
};
