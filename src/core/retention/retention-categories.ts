/** Kinds of data with a retention term of their own. */
export const RETENTION_CATEGORIES = ['file', 'number', 'safety', 'income', 'round', 'session', 'log'] as const;
export type RetentionCategory = (typeof RETENTION_CATEGORIES)[number];

/** What a term is counted from. */
export const RETENTION_STARTS = ['closing', 'round-end', 'session-end', 'log-row'] as const;
export type RetentionStart = (typeof RETENTION_STARTS)[number];

export interface RetentionRule {
  readonly start: RetentionStart;
  /** What a region starts with. */
  readonly months: number;
  /** A region may keep longer, never shorter. Null: no law or standard says how long at least. */
  readonly minimum: { readonly months: number; readonly article: string } | null;
  /** Why the standard is what it is, in Dutch. Where the law names no term, the region decides. */
  readonly basis: string;
  /** What is removed, in Dutch. */
  readonly removes: string;
}

const DECIDES = 'De wet noemt geen termijn: de regio beslist.';

/** What is kept for how long, and on what ground (AVG article 5(1)(e); BIO2 5.33.01). */
export const RETENTION_RULES: Readonly<Record<RetentionCategory, RetentionRule>> = {
  file: {
    start: 'closing',
    months: 180,
    minimum: { months: 180, article: 'Wmo 2015 art. 5.3.4' },
    basis: 'Wmo 2015 art. 5.3.4: vijftien jaar, hier geteld vanaf het afsluiten van het dossier.',
    removes: 'Het hele dossier: huishouden, wensen, weigeringen, toestemmingen, voorstellen, besluiten en plaatsingen.',
  },
  number: {
    start: 'closing',
    months: 1,
    minimum: null,
    basis: `AVG art. 5 lid 1 onder c en e: na het afsluiten is het nummer hier niet meer nodig. ${DECIDES}`,
    removes: 'De burgerservicenummers van het huishouden.',
  },
  safety: {
    start: 'closing',
    months: 12,
    minimum: null,
    basis: `AVG art. 5 lid 1 onder c en e: alleen nodig om een veilige plek te zoeken. ${DECIDES}`,
    removes:
      'Gebieden waar iemand niet mag of kan wonen, of terugkeer veilig is, en de aanvullende feiten voor de regels. Van een dossier dat open is alleen gebieden waarvan de einddatum even lang voorbij is.',
  },
  income: {
    start: 'closing',
    months: 12,
    minimum: null,
    basis: `AVG art. 5 lid 1 onder c en e: alleen nodig om passend toe te wijzen. ${DECIDES}`,
    removes: 'Het inkomen van het huishouden.',
  },
  round: {
    start: 'round-end',
    months: 84,
    minimum: null,
    basis: `Zeven jaar om een ronde na te kunnen rekenen, ook na bezwaar en beroep. ${DECIDES}`,
    removes: 'De bevroren gegevens, de toewijzingen in het plan en het bewijs van de ronde. Aantallen blijven.',
  },
  session: {
    start: 'session-end',
    months: 12,
    minimum: null,
    basis: `Een jaar om misbruik van een aanmelding te kunnen onderzoeken. ${DECIDES}`,
    removes: 'Aanmeldingen van medewerkers die zijn beëindigd.',
  },
  log: {
    start: 'log-row',
    months: 60,
    minimum: {
      months: 60,
      article: 'Stcrt. 2019, 38007 (Besluit elektronische gegevensverwerking door zorgaanbieders art. 5)',
    },
    basis: 'Stcrt. 2019, 38007: ten minste vijf jaar voor logging in de zorg; hier voor alle regels gelijk gehouden.',
    removes: 'De oudste regels van het inzagelogboek en het wijzigingslogboek, met hun schakels in de keten.',
  },
};
