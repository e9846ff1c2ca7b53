import { RETENTION_RULES, type RetentionCategory } from '../core/retention/retention-categories';
import { retentionCategories, retentionStarts } from '../core/vocabulary/code-lists';
import type { DataCategory } from '../database/person-columns/data-categories';
import type { Permission } from '../platform/access/permissions';

/** One processing activity, with what article 30 of the AVG (GDPR) asks of its record. Dutch: gemeenten take it over. */
export interface ProcessingActivity {
  readonly name: string;
  readonly purpose: string;
  readonly legalBasis: string;
  readonly persons: string;
  /** Categories of `PERSON_COLUMNS`. */
  readonly categories: readonly DataCategory[];
  /** Data that stands in no table about a household. */
  readonly otherData: readonly string[];
  /** Who holds one of these sees some of it. */
  readonly permissions: readonly Permission[];
  readonly retention: string;
}

/** The terms that a region starts with; what it decides itself stands in the console. */
function termsOf(categories: readonly RetentionCategory[]): string {
  const terms = categories.map((category) => {
    const { months, start, minimum } = RETENTION_RULES[category];
    const name = retentionCategories.named(category).naam;
    const shortest = minimum ? `minstens, ${minimum.article}` : 'de regio beslist';
    return `${name}: ${months} maanden na ${retentionStarts.named(start).naam} (${shortest}).`;
  });
  return [...terms, 'Daarna verwijdert Woonplek vanzelf, met een bewijs, tenzij er een bewaarplicht is.'].join(' ');
}

export const PROCESSING_ACTIVITIES: readonly ProcessingActivity[] = [
  {
    name: 'Toewijzen van woonruimte bij uitstroom',
    purpose:
      'Voorstellen maken voor wie waar kan wonen, zodat cliënten de opvang kunnen verlaten, en mensen daarover laten besluiten.',
    legalBasis:
      'Taak van algemeen belang (AVG art. 6 lid 1 onder e): maatschappelijke opvang en beschermd wonen volgens de Wmo 2015. Delen met een corporatie alleen met toestemming van de cliënt. Gegevens die iets over gezondheid kunnen zeggen: UAVG art. 30; een gebied waar iemand niet mag komen, of een pauze door detentie, kan een strafrechtelijk gegeven zijn: UAVG art. 33.',
    persons: 'Cliënten die uitstromen en de leden van hun huishouden',
    categories: [
      ...(['aanduiding', 'huishouden', 'ondersteuning', 'veiligheid', 'herkomst'] as const),
      ...(['inkomen', 'urgentie', 'keuzes', 'toewijzing'] as const),
    ],
    otherData: [],
    permissions: [
      ...([
        'client.read',
        'client.read-shielded',
        'client.bsn',
        'client.consent',
        'client.assign-contact',
        'work.hand-over',
        'client.close',
        'client.read-log',
        'unit.read-timeline',
        'proposal.read',
        'proposal.review',
        'proposal.match-by-hand',
        'proposal.confirm',
        'proposal.withdraw',
        'proposal.step-back',
        'proposal.pause',
        'proposal.report',
        'work.read',
        'pair-decision.read',
        ...(['proposal.offer', 'proposal.house', 'proposal.judge-refusal', 'client.park'] as const),
        ...(['tenancy.read', 'tenancy.follow', 'tenancy.change'] as const),
        ...(['handover.read', 'handover.propose', 'handover.answer'] as const),
        ...(['panel.read', 'panel.write', 'panel.manage'] as const),
      ] as const),
      ...(['pair-decision.take', 'run.read', 'run.download', 'allocation.read'] as const),
    ],
    retention: termsOf(['file', 'number', 'safety', 'income', 'round']),
  },
  {
    name: 'Rechten van de cliënt',
    purpose:
      'Verzoeken van cliënten om inzage, correctie en beperking en bezwaren op tijd afhandelen, en laten zien dat dat is gebeurd.',
    legalBasis: 'Wettelijke plicht (AVG art. 6 lid 1 onder c): AVG art. 12 en 15 tot en met 21.',
    persons: 'Cliënten en de leden van hun huishouden',
    categories: ['rechten'],
    otherData: [],
    permissions: ['client-request.read', 'client-request.handle', 'client.correct', 'client.export'],
    retention: 'Even lang als het dossier waar het verzoek over gaat.',
  },
  {
    name: 'Toegang van medewerkers',
    purpose: 'Weten wie is aangemeld, wat iemand mag, en elk jaar nagaan of dat nog nodig is.',
    legalBasis:
      'Beveiliging van de verwerking (AVG art. 32), als deel van de taak van algemeen belang (art. 6 lid 1 onder e).',
    persons: 'Medewerkers van gemeenten, corporaties, aanbieders en de regio',
    categories: [],
    otherData: [
      'naam en e-mailadres',
      'rol, organisatie en periode',
      'beoordelingen van die rol',
      'van welke cliënten of woningen iemand contactpersoon is of was',
      'sessies',
    ],
    permissions: [
      ...(['role-assignment.read', 'role-assignment.grant', 'role-assignment.review', 'role-assignment.end'] as const),
      ...(['colleague.read', 'unit.read-contact', 'unit.assign-contact'] as const),
    ],
    retention: `Een account: zolang er besluiten van deze persoon zijn, want die staan op naam. Een aanmelding die niet is afgemaakt: tien minuten. ${termsOf(['session'])}`,
  },
  {
    name: 'Meldingen aan medewerkers',
    purpose:
      'Medewerkers laten weten dat er een stap is gezet die hen aangaat of dat zij voor een overdracht of overleg worden gevraagd, in Woonplek en per mail.',
    legalBasis: 'Deel van de taak van algemeen belang (AVG art. 6 lid 1 onder e): voorstellen blijven niet liggen.',
    persons: 'Medewerkers van de regio, corporaties en aanbieders',
    categories: [],
    otherData: [
      'van welke stap, overdracht of bijeenkomst iemand een melding kreeg, en wanneer die is gemaild en gelezen',
      'hoe iemand mail wil',
      'mailadres, ook bij de mailserver; in een mail staat niets over een cliënt of woning',
    ],
    permissions: ['notification.own'],
    retention: 'Een melding gaat met het dossier mee. Een keuze: zolang het account er is.',
  },
  {
    name: 'Toezicht op inzage en wijziging',
    purpose:
      'Achteraf kunnen zien wie welke gegevens heeft bekeken en gewijzigd, in welke rol en waarvoor, en dat aan de cliënt kunnen laten zien.',
    legalBasis: 'Verantwoording en beveiliging (AVG art. 5 lid 2, 15 en 32); NEN 7513 en BIO2 8.15.',
    persons: 'Medewerkers die iets bekijken of wijzigen, en de cliënten over wie dat gaat',
    categories: [],
    otherData: [
      ...['wie, in welke rol en voor welke organisatie', 'wat, wanneer, waarvoor en met welk resultaat'],
      ...[
        'netwerkadres',
        'kenmerk van de cliënt',
        'wat er stond en kwam te staan, waarbij gevoelige waarden zijn afgeschermd',
      ],
    ],
    permissions: ['access-log.read', 'client.read-log'],
    retention: `${termsOf(['log'])} Tot dan is een regel niet te wijzigen of te verwijderen.`,
  },
  {
    name: 'Bewaren en vernietigen',
    purpose:
      'Gegevens niet langer bewaren dan nodig, wel zolang er een bewaarplicht is, en kunnen laten zien dat iets is vernietigd.',
    legalBasis: 'Opslagbeperking en wissen (AVG art. 5 lid 1 onder e en art. 17); Wmo 2015 art. 5.3.4; BIO2 5.33.01.',
    persons: 'Cliënten van wie een dossier bewaard moet blijven of is vernietigd',
    categories: [],
    otherData: ['reden en periode van een bewaarplicht', 'van wat is vernietigd: aantallen en een hash, zonder namen'],
    permissions: ['retention.read', 'retention.hold', 'retention.set'],
    retention:
      'Een bewaarplicht gaat met het dossier mee. Het bewijs van een vernietiging blijft: daarin staat niets over een persoon.',
  },
];

/** What is done against unlawful or accidental use, and where that is worked out. */
export const SECURITY_MEASURES: readonly (readonly [measure: string, where: string])[] = [
  [
    'Aanmelden bij de eigen aanmelddienst van een organisatie; dossiers alleen na een sterke aanmelding',
    'adr/0006-sign-in-and-sessions.md',
  ],
  ['Een rol per persoon, organisatie en periode; elk jaar beoordeeld; niemand beoordeelt zichzelf', 'operations.md'],
  ['Elk adres van de API vraagt één bevoegdheid en is zonder gesloten', 'permissions.md'],
  ['Elke inzage en elke wijziging laat een spoor na dat niet ongezien te veranderen is', 'adr/0008-traces.md'],
  ['Logboeken van het systeem, taken in de wachtrij en adressen bevatten geen gegevens van cliënten', 'threats.md'],
  ['Grenzen aan het aantal verzoeken van een persoon en van een adres', 'operations.md'],
  ['De database kent de toepassing als een gebruiker met minder rechten', 'operations.md'],
  [
    'De database geeft elke rol alleen de rijen van de eigen organisatie en regio',
    'adr/0007-rows-closed-in-the-database.md',
  ],
  [
    'Namen, gebieden waar iemand niet veilig is en burgerservicenummers zijn versleuteld, met sleutels buiten de database',
    'adr/0009-sealed-fields.md',
  ],
  ['Zoeken op naam kan niet; lijsten tonen geen namen', 'permissions.md'],
];

export interface PrivacyRisk {
  readonly risk: string;
  readonly chance: 'klein' | 'middel' | 'groot';
  readonly harm: 'klein' | 'middel' | 'groot';
  readonly measures: string;
  readonly left: string;
}

/** What can go wrong for the people whose data it is. The chance is that with the measures in place. */
export const PRIVACY_RISKS: readonly PrivacyRisk[] = [
  {
    risk: 'Iemand die een cliënt zoekt om kwaad te doen, vindt waar die woont of niet mag wonen',
    chance: 'klein',
    harm: 'groot',
    measures: 'Rollen per organisatie, sterke aanmelding, geen zoeken op naam, elke inzage op naam in het logboek',
    left: 'Een medewerker met recht op het dossier kan het misbruiken; dat is te zien, niet te voorkomen',
  },
  {
    risk: 'Gegevens over gezondheid of strafverleden zijn af te leiden uit begeleiding, doelgroep of gebieden',
    chance: 'middel',
    harm: 'groot',
    measures: 'Woonplek bewaart wat iemand nodig heeft en geen diagnose; de grond van een gebied staat er niet in',
    left: 'De naam van een doelgroep kan toch veelzeggend zijn; de regio kiest die namen',
  },
  {
    risk: 'Een computer beslist over iemands woning',
    chance: 'klein',
    harm: 'groot',
    measures:
      'Elk voorstel wordt door een mens beoordeeld, met de redenen erbij; geen voorspelling en geen score over personen',
    left: 'Een beoordelaar kan te snel akkoord gaan',
  },
  {
    risk: 'Iemand krijgt ten onrechte geen voorstel en weet niet waarom',
    chance: 'klein',
    harm: 'middel',
    measures:
      'Per cliënt en woonplek is te zien welke regel het verhinderde en op welke feiten; de ronde is na te rekenen',
    left: 'Onjuiste feiten in het dossier geven een onjuiste uitkomst',
  },
  {
    risk: 'Een corporatie ziet meer dan nodig is om te verhuren',
    chance: 'klein',
    harm: 'middel',
    measures:
      'Wie een woning bezit ziet pas na goedkeuring een profiel zonder naam, voor de eigen woningen, en geen dossier',
    left: 'Wat buiten Woonplek om wordt gedeeld',
  },
  {
    risk: 'Gegevens blijven langer bewaard dan nodig is',
    chance: 'klein',
    harm: 'middel',
    measures:
      'Een termijn per soort gegevens; Woonplek vernietigt vanzelf, met een bewijs; een bewaarplicht heeft een reden en is te zien',
    left: 'Een dossier dat niemand afsluit, blijft; reservekopieën bewaart de regio zelf',
  },
  {
    risk: 'Een lek van de database of van een reservekopie',
    chance: 'klein',
    harm: 'groot',
    measures: 'Sessies alleen als hash; de toepassing heeft minder rechten dan de eigenaar; geheimen in bestanden',
    left: 'De beheerder van de database moet reservekopieën en schijven versleutelen',
  },
];
