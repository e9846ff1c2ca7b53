import { z } from 'zod';
import { accessibilities, rentClasses } from '../../core/vocabulary/code-lists';
import { pageQuery } from '../../platform/http/page';
import { contactFilter } from '../contacts/contact.dto';
import { ledgerSchema, passendSchema } from './ledger.dto';

const reference = z.object({ id: z.string(), naam: z.string() });
const named = <T extends readonly [string, ...string[]]>(codes: T) =>
  z.object({ code: z.enum(codes), naam: z.string() });

/** From the approval by the coordinator until the household lives there. */
export const ALLOCATION_STATES = [
  'goedgekeurd',
  'teruggestuurd',
  'bevestigd',
  'aangeboden',
  'geaccepteerd',
  'landing',
  'gehuisvest',
  'verouderd',
] as const;

/** The steps that the owner of a home takes. */
export const ALLOCATION_ACTIONS = ['bevestigen', 'terugsturen', 'huisvesten', 'intrekken'] as const;

export const allocationSchema = z
  .object({
    id: z.uuid().describe('Van het voorstel.'),
    status: z.enum(ALLOCATION_STATES),
    wooneenheid: reference,
    gemeente: reference,
    personen: z.int(),
    huurklasse: named(rentClasses.publicCodes)
      .nullable()
      .describe(
        'Bij welke huren het inkomen past; het inkomen zelf staat er niet bij. Leeg: geen huurtabel voor dat jaar.',
      ),
    contactpersoonVerhuurder: z
      .string()
      .nullable()
      .describe('Wie bij de corporatie de contactpersoon voor de woning is. Leeg: de woning staat bij de organisatie.'),
    geplandeStart: z.iso.date(),
    toegankelijkheid: named(accessibilities.publicCodes).describe('Wat het huishouden nodig heeft.'),
    begeleidingGeregeld: z.boolean(),
    afspraken: z
      .array(ledgerSchema)
      .describe(
        'De prestatieafspraken voor alle doelgroepen waarvoor deze woning telt. Een afspraak voor één doelgroep staat er niet bij: die zou zeggen bij welke doelgroep het huishouden hoort.',
      ),
    passendToewijzen: passendSchema
      .nullable()
      .describe('Leeg: de woning is niet van een corporatie, of de sleutel is al overgedragen.'),
    toegestaneActies: z.array(z.enum(ALLOCATION_ACTIONS)),
    versie: z.int(),
    gewijzigdOp: z.iso.datetime(),
  })
  .meta({ id: 'Toewijzingsprofiel' });
export type AllocationDto = z.infer<typeof allocationSchema>;

export const allocationListQuerySchema = pageQuery({
  sortable: ['geplandeStart', 'wooneenheid', 'gewijzigdOp'],
  filters: {
    status: z.enum(ALLOCATION_STATES).optional(),
    gemeente: z.string().max(20).optional().describe('Gemeente van de woning.'),
    contactpersoon: contactFilter,
  },
});
export type AllocationListQuery = z.infer<typeof allocationListQuerySchema>;
