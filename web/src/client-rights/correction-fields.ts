import type { BodyOf } from '../http/api-client';
import type { Client } from '../http/answers';
import type { FilterOption } from '../lists/filter-bar';

type Correction = BodyOf<'/v1/clienten/{id}/correcties'>;
export type CorrectedFields = NonNullable<Correction['gegevens']>;
export type FieldName = keyof CorrectedFields;

export interface CorrectionField {
  readonly name: FieldName;
  readonly label: string;
  readonly kind: 'text' | 'day' | 'number' | 'euro' | 'choice';
  /** Whether nothing may be known of it. */
  readonly mayBeEmpty: boolean;
  /** As it stands in the file, as the control shows it. */
  readonly current: string;
  readonly options?: readonly FilterOption[];
}

/** The choices that come from lists of the API. */
export interface CorrectionChoices {
  readonly gemeenten: readonly FilterOption[];
  readonly doelgroepen: readonly FilterOption[];
  readonly categories: readonly FilterOption[];
}

type Code<F extends FieldName> = Extract<NonNullable<CorrectedFields[F]>, string>;
const CERTAINTIES: Readonly<Record<Code<'herkomstZekerheid'>, string>> = {
  vastgesteld: 'Vastgesteld',
  aangenomen: 'Aangenomen',
  betwist: 'Betwist',
  onbekend: 'Onbekend',
};
const SUPPORT: Readonly<Record<Code<'begeleidingNiveau'>, string>> = {
  geen: 'Geen begeleiding',
  licht: 'Lichte begeleiding',
  intensief: 'Intensieve begeleiding',
  'dag-en-nacht': 'Begeleiding dag en nacht',
};
const ACCESS: Readonly<Record<Code<'toegankelijkheid'>, string>> = {
  ZON: 'Woning zonder bijzondere toegankelijkheid',
  GNV: 'Gelijkvloerse woning (geen nultredenwoning)',
  NUL: 'Nultredenwoning',
  ROG: 'Rollatorwoning (geen nultredenwoning)',
  ROA: 'Rollatorwoning',
  ROL: 'Rolstoelwoning',
  RUI: 'Extra ruime rolstoelwoning',
};
const ENTITLED: Readonly<Record<Code<'rechthebbend'>, string>> = {
  rechthebbend: 'Rechthebbend',
  'niet-rechthebbend': 'Niet rechthebbend',
  onbekend: 'Nog niet bekend',
};
const CLASSES = { 0: 'Geen urgentie', 1: 'Urgent', 2: 'Zeer urgent', 3: 'Meest urgent' };

const optionsOf = (words: Readonly<Record<string, string>>): FilterOption[] =>
  Object.entries(words).map(([value, label]) => ({ value, label }));

/** With what stands in the file, also where the list does not hold it. */
function withCurrent(options: readonly FilterOption[], current: { id: string; naam: string } | null): FilterOption[] {
  const rest = options.filter(({ value }) => value !== current?.id);
  return current === null ? rest : [{ value: current.id, label: current.naam }, ...rest];
}

const text = (value: string | number | null): string => (value === null ? '' : String(value));

/** Every field of a file that can be corrected here, in the order of the page. */
export function correctionFields(client: Client, choices: CorrectionChoices): readonly CorrectionField[] {
  const { herkomst, begeleiding, behoeften, urgentie, verblijf, rechthebbend } = client;
  const choice = (name: FieldName, label: string, current: string | null, options: readonly FilterOption[]) =>
    ({ name, label, kind: 'choice', mayBeEmpty: false, current: text(current), options }) as const;
  const number = (name: FieldName, label: string, current: number) =>
    ({ name, label, kind: 'number', mayBeEmpty: false, current: text(current) }) as const;
  const day = (name: FieldName, label: string, current: string | null, mayBeEmpty = true) =>
    ({ name, label, kind: 'day', mayBeEmpty, current: text(current) }) as const;
  const words = (name: FieldName, label: string, current: string | null) =>
    ({ name, label, kind: 'text', mayBeEmpty: true, current: text(current) }) as const;
  return [
    {
      ...choice('herkomstGemeente', 'Gemeente van herkomst', herkomst.gemeente?.id ?? null, [
        ...withCurrent(choices.gemeenten, herkomst.gemeente),
      ]),
      mayBeEmpty: true,
    },
    words('herkomstGrondslag', 'Grondslag van de herkomst', herkomst.grondslag),
    choice('herkomstZekerheid', 'Zekerheid van de herkomst', herkomst.zekerheid.code, optionsOf(CERTAINTIES)),
    choice('doelgroep', 'Doelgroep', client.doelgroep.id, withCurrent(choices.doelgroepen, client.doelgroep)),
    choice('begeleidingNiveau', 'Begeleiding', begeleiding.niveau.code, optionsOf(SUPPORT)),
    number('begeleidingUren', 'Uren begeleiding per week', begeleiding.urenPerWeek),
    number('draaglast', 'Draaglast in punten', begeleiding.draaglast),
    number('slaapkamers', 'Slaapkamers', behoeften.slaapkamers),
    choice('toegankelijkheid', 'Toegankelijkheid', behoeften.toegankelijkheid.code, optionsOf(ACCESS)),
    number('huisdieren', 'Huisdieren', behoeften.huisdieren),
    {
      ...choice('urgentieklasse', 'Urgentie', text(urgentie.klasse), optionsOf(CLASSES)),
      kind: 'choice',
    },
    {
      ...choice('urgentiecategorie', 'Categorie van urgentie', urgentie.categorie?.id ?? null, [
        ...withCurrent(choices.categories, urgentie.categorie),
      ]),
      mayBeEmpty: true,
    },
    day('uitstroomgereedOp', 'Uitstroomgereed op', client.uitstroomgereedOp),
    day('wachtSinds', 'Wacht sinds', client.wachtSinds, false),
    words('verblijf', 'Verblijft nu', verblijf.plek),
    day('verblijfSinds', 'Verblijft daar sinds', verblijf.sinds),
    choice('rechthebbend', 'Recht op opvang', rechthebbend.status.code, optionsOf(ENTITLED)),
    day('rechthebbendTot', 'Recht op opvang tot', rechthebbend.tot),
    {
      ...({ name: 'inkomenCent', label: 'Inkomen per jaar in euro', kind: 'euro', mayBeEmpty: true } as const),
      current: client.inkomenCent === null ? '' : (client.inkomenCent / 100).toFixed(2).replace('.', ','),
    },
  ];
}

/** Why a typed value cannot be; null: it can. */
export function fieldFault({ kind, mayBeEmpty }: CorrectionField, value: string): string | null {
  if (value.trim() === '') return mayBeEmpty ? null : 'Vul dit in.';
  if (kind === 'number' && !/^\d{1,4}$/.test(value.trim())) return 'Geef een heel getal van 0 of meer.';
  if (kind === 'euro' && !/^\d{1,8}(,\d{2})?$/.test(value.trim())) return 'Geef een bedrag, zoals 21000 of 21000,50.';
  return null;
}

/** The fields whose value was changed, as the API takes them. */
export function changedFields(
  fields: readonly CorrectionField[],
  values: Readonly<Partial<Record<FieldName, string>>>,
): CorrectedFields {
  const changed = fields.flatMap((field) => {
    const value = values[field.name]?.trim();
    return value === undefined || value === field.current ? [] : [[field.name, sent(field, value)] as const];
  });
  return Object.fromEntries(changed);
}

function sent({ name, kind }: CorrectionField, value: string): string | number | null {
  if (value === '') return null;
  if (kind === 'euro') return Math.round(Number(value.replace(',', '.')) * 100);
  return kind === 'number' || name === 'urgentieklasse' ? Number(value) : value;
}
