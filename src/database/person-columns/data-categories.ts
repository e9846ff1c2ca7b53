/** Kinds of data about a household, each with what it is kept for. Also the processing register is made from this. */
export const DATA_CATEGORIES = {
  aanduiding: 'Naam, geboortedatum, cliëntnummer en, waar nodig, burgerservicenummer',
  huishouden: 'Samenstelling van het huishouden en woonbehoefte',
  ondersteuning: 'Begeleiding, doelgroep en toegankelijkheid (kan iets zeggen over gezondheid)',
  veiligheid: 'Waar iemand niet mag of kan wonen, en of terugkeer veilig is',
  herkomst: 'Herkomst, verblijf en recht op opvang',
  inkomen: 'Inkomen',
  urgentie: 'Urgentie, wachttijd en stand van zaken',
  keuzes: 'Wensen, weigeringen en toestemmingen',
  toewijzing: 'Voorstellen, besluiten en plaatsingen',
  rechten: 'Verzoeken over eigen gegevens en beperkingen van de verwerking',
} as const;
export type DataCategory = keyof typeof DATA_CATEGORIES;

/** What columns of a table say about a household: in plain Dutch, and as which kind of data. */
export type ColumnsOfTable = Readonly<Record<string, readonly [words: string, category: DataCategory]>>;
