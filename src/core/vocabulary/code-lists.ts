import { codeList } from './code-list';

export const unitStatuses = codeList([
  { internal: 'in-preparation', public: 'in-voorbereiding', nl: 'In voorbereiding' },
  { internal: 'available', public: 'beschikbaar', nl: 'Beschikbaar' },
  { internal: 'reserved', public: 'gereserveerd', nl: 'Gereserveerd' },
  { internal: 'occupied', public: 'bewoond', nl: 'Bewoond' },
  { internal: 'out-of-service', public: 'buiten-gebruik', nl: 'Buiten gebruik' },
  { internal: 'ended', public: 'beeindigd', nl: 'Beëindigd' },
]);

export const housingForms = codeList([
  { internal: 'intermediate', public: 'tussenvorm', nl: 'Tussenvorm' },
  { internal: 'permanent', public: 'permanent', nl: 'Permanente woning' },
]);

/** VERA reference data, list TOEGANKELIJKHEIDSLABEL, with the names that VERA gives. */
export const accessibilities = codeList([
  { internal: 'ZON', public: 'ZON', nl: 'Woning zonder bijzondere toegankelijkheid' },
  { internal: 'GNV', public: 'GNV', nl: 'Gelijkvloerse woning (geen nultredenwoning)' },
  { internal: 'NUL', public: 'NUL', nl: 'Nultredenwoning' },
  { internal: 'ROG', public: 'ROG', nl: 'Rollatorwoning (geen nultredenwoning)' },
  { internal: 'ROA', public: 'ROA', nl: 'Rollatorwoning' },
  { internal: 'ROL', public: 'ROL', nl: 'Rolstoelwoning' },
  { internal: 'RUI', public: 'RUI', nl: 'Extra ruime rolstoelwoning' },
]);

export const supportLevels = codeList([
  { internal: 'none', public: 'geen', nl: 'Geen begeleiding' },
  { internal: 'light', public: 'licht', nl: 'Lichte begeleiding' },
  { internal: 'intensive', public: 'intensief', nl: 'Intensieve begeleiding' },
  { internal: 'round-the-clock', public: 'dag-en-nacht', nl: 'Begeleiding dag en nacht' },
]);

export const herkomstCertainties = codeList([
  { internal: 'established', public: 'vastgesteld', nl: 'Vastgesteld' },
  { internal: 'assumed', public: 'aangenomen', nl: 'Aangenomen' },
  { internal: 'disputed', public: 'betwist', nl: 'Betwist' },
  { internal: 'unknown', public: 'onbekend', nl: 'Onbekend' },
]);

export const entitlements = codeList([
  { internal: 'entitled', public: 'rechthebbend', nl: 'Rechthebbend' },
  { internal: 'not-entitled', public: 'niet-rechthebbend', nl: 'Niet rechthebbend' },
  { internal: 'unknown', public: 'onbekend', nl: 'Nog niet bekend' },
]);

export const householdStatuses = codeList([
  { internal: 'waiting', public: 'wachtend', nl: 'Wacht op een woonplek' },
  { internal: 'paused', public: 'gepauzeerd', nl: 'Gepauzeerd' },
  { internal: 'housed', public: 'gehuisvest', nl: 'Gehuisvest' },
  { internal: 'closed', public: 'afgesloten', nl: 'Afgesloten' },
]);

export const memberRoles = codeList([
  { internal: 'main', public: 'hoofdbewoner', nl: 'Hoofdbewoner' },
  { internal: 'partner', public: 'partner', nl: 'Partner' },
  { internal: 'child', public: 'kind', nl: 'Kind' },
  { internal: 'other', public: 'overig', nl: 'Ander lid van het huishouden' },
]);

export const wishKinds = codeList([
  { internal: 'gemeente', public: 'gemeente', nl: 'Gemeente' },
  { internal: 'wijk', public: 'wijk', nl: 'Wijk of dorp' },
  { internal: 'housing-form', public: 'woonvorm', nl: 'Woonvorm' },
  { internal: 'complex', public: 'complex', nl: 'Complex' },
]);

export const ruleKinds = codeList([
  { internal: 'eligibility', public: 'toelating', nl: 'Mag dit paar?' },
  { internal: 'quota', public: 'quotum', nl: 'Past het geheel?' },
  { internal: 'objective', public: 'doel', nl: 'Wat is het waard?' },
]);

export const parameterTypes = codeList([
  { internal: 'integer', public: 'geheel-getal', nl: 'Geheel getal' },
  { internal: 'boolean', public: 'ja-nee', nl: 'Ja of nee' },
  { internal: 'choice', public: 'keuze', nl: 'Keuze uit een lijst' },
]);

export const scopeLevels = codeList([
  { internal: 'programme', public: 'programma', nl: 'Programma' },
  { internal: 'complex', public: 'complex', nl: 'Complex' },
  { internal: 'unit', public: 'woonplek', nl: 'Woonplek' },
]);

export const scopings = codeList([
  { internal: 'most-specific', public: 'smalste', nl: 'De smalste vermelding telt' },
  { internal: 'all', public: 'alle', nl: 'Alle vermeldingen tellen' },
  { internal: 'region-only', public: 'hele-regio', nl: 'Geldt voor de hele regio' },
]);

export const rentClasses = codeList([
  { internal: 'low-limit', public: 'lage-aftoppingsgrens', nl: 'Huur tot de lage aftoppingsgrens' },
  { internal: 'high-limit', public: 'hoge-aftoppingsgrens', nl: 'Huur tot de hoge aftoppingsgrens' },
  { internal: 'no-limit', public: 'geen-grens', nl: 'Geen grens aan de huur' },
]);

/** Why a household is out of the rounds for a while. */
export const pauseReasons = codeList([
  { internal: 'refusal', public: 'weigering', nl: 'Na een weigering' },
  { internal: 'admission', public: 'opname', nl: 'Opname' },
  { internal: 'detention', public: 'detentie', nl: 'Detentie' },
  { internal: 'own-request', public: 'eigen-verzoek', nl: 'Op eigen verzoek' },
  { internal: 'handover', public: 'overdracht', nl: 'Een andere gemeente neemt over' },
  { internal: 'other', public: 'anders', nl: 'Andere reden' },
]);

/** Why a file was closed. */
export const closingReasons = codeList([
  { internal: 'own-move', public: 'verhuisd-zelf', nl: 'Zelf een woning gevonden' },
  { internal: 'housed', public: 'gehuisvest-nazorg-klaar', nl: 'Gehuisvest en de nazorg is klaar' },
  { internal: 'deceased', public: 'overleden', nl: 'Overleden' },
  { internal: 'left', public: 'vertrokken', nl: 'Vertrokken uit de regio' },
  { internal: 'unreachable', public: 'onbereikbaar', nl: 'Niet meer te bereiken' },
  { internal: 'transferred', public: 'overgedragen', nl: 'Overgedragen aan een andere regio of aanbieder' },
  { internal: 'own-request', public: 'op-eigen-verzoek', nl: 'Op eigen verzoek' },
  { internal: 'not-recorded', public: 'niet-vastgelegd', nl: 'Reden niet vastgelegd' },
]);

export const retentionCategories = codeList([
  { internal: 'file', public: 'dossier', nl: 'Dossier' },
  { internal: 'number', public: 'burgerservicenummer', nl: 'Burgerservicenummer' },
  { internal: 'safety', public: 'veiligheid', nl: 'Gegevens over veiligheid' },
  { internal: 'income', public: 'inkomen', nl: 'Inkomen' },
  { internal: 'round', public: 'matchronde', nl: 'Bestanden van een matchronde' },
  { internal: 'session', public: 'aanmelding', nl: 'Beëindigde aanmeldingen' },
  { internal: 'log', public: 'logboek', nl: 'Logboeken' },
]);

export const retentionStarts = codeList([
  { internal: 'closing', public: 'afsluiten', nl: 'het afsluiten van het dossier' },
  { internal: 'round-end', public: 'einde-ronde', nl: 'het einde van de ronde' },
  { internal: 'session-end', public: 'einde-aanmelding', nl: 'het einde van de aanmelding' },
  { internal: 'log-row', public: 'logregel', nl: 'de dag van de regel' },
]);

/** How often somebody is mailed. */
export const mailRhythms = codeList([
  { internal: 'none', public: 'geen', nl: 'Geen mail' },
  { internal: 'immediate', public: 'meteen', nl: 'Meteen' },
  { internal: 'daily', public: 'dagelijks', nl: 'Eén keer per dag' },
]);
