import { z } from 'zod';
import { offerChannels } from '../../core/review/offer-contacts';
import { WARM_HANDOVER_ACTIONS, WARM_HANDOVER_STATES } from '../../core/review/warm-handover-transitions';
import { pageQuery, trueOrFalse } from '../../platform/http/page';

const reference = z.object({ id: z.string(), naam: z.string() });
const day = z.iso.date();
const words = z.string().trim().min(1).max(2000);
const line = z.string().trim().min(1).max(200);
const version = z.int().min(1).describe('De versie die u zag. Is er intussen iets veranderd, dan volgt 409.');
const gemeenteCode = z
  .string()
  .regex(/^GM\d{4}$/, { error: 'een CBS-code van een gemeente, als GM0106' })
  .describe('CBS-code, bijvoorbeeld GM0106.');

/** What stands in a list: what is asked of whom, and until when. Nothing of what was written down. */
export const handoverLineSchema = z
  .object({
    id: z.uuid(),
    client: z.object({ id: z.uuid(), nummer: z.string() }),
    van: reference,
    naar: reference,
    status: z.enum(WARM_HANDOVER_STATES),
    verantwoordelijk: reference
      .nullable()
      .describe(
        'De gemeente die vandaag voor de cliënt verantwoordelijk is. Leeg: dat volgt niet uit deze overdracht, want ze ging niet door of er kwam een latere.',
      ),
    verlaatRegio: z
      .boolean()
      .describe('De gemeente ligt buiten de regio: de cliënt doet daarna niet meer mee in rondes.'),
    wachtOp: z
      .enum(['gemeente', 'coordinator'])
      .nullable()
      .describe('Wie de volgende stap zet. Leeg: er volgt niets meer.'),
    gevraagdOp: z.iso.date(),
    uiterlijkOp: z.iso.date().nullable().describe('De laatste dag van de volgende stap.'),
    dagenOver: z.int().nullable().describe('Dagen tot en met die dag; onder nul is te laat.'),
    teLaat: z.boolean(),
  })
  .meta({ id: 'WarmeOverdrachtKort' });
export type HandoverLineDto = z.infer<typeof handoverLineSchema>;

export const handoverSchema = handoverLineSchema
  .extend({
    reden: z
      .string()
      .nullable()
      .describe('Leeg, net als de rest van wat is opgeschreven, voor een gemeente waar de cliënt niet naartoe gaat.'),
    afspraken: z.string().nullable().describe('Wat is afgesproken over opvang en begeleiding tot de overname.'),
    toestemming: z.object({ op: z.iso.date(), hoe: z.string() }).nullable(),
    antwoordUiterlijkOp: z.iso.date(),
    antwoord: z
      .object({
        op: z.iso.date(),
        door: z.string(),
        wijze: z.object({ code: z.enum(offerChannels.publicCodes), naam: z.string() }).nullable(),
        bewijs: z
          .string()
          .nullable()
          .describe('Waar het bewijs is, als iemand het antwoord voor de gemeente vastlegde.'),
        toelichting: z.string().nullable(),
      })
      .nullable(),
    overnameOp: z.iso.date().nullable(),
    overgedragenOp: z.iso.date().nullable(),
    toelichtingEinde: z.string().nullable(),
    toegestaneActies: z.array(z.enum(WARM_HANDOVER_ACTIONS)).describe('Wat u nu mag doen.'),
    versie: z.int(),
  })
  .meta({ id: 'WarmeOverdracht' });
export type HandoverDto = z.infer<typeof handoverSchema>;

export const newHandoverSchema = z
  .strictObject({
    van: gemeenteCode.describe('De gemeente die nu verantwoordelijk is: een van de regio.'),
    naar: gemeenteCode,
    naarNaam: line
      .nullable()
      .default(null)
      .describe('De naam van een gemeente die Woonplek niet kent. Laat het anders leeg.'),
    reden: words,
    afspraken: words.describe('Wat is afgesproken over opvang en begeleiding tot de overname.'),
    toestemmingOp: day.describe('De dag waarop de cliënt instemde: vandaag of eerder.'),
    toestemmingHoe: line.describe('Hoe de cliënt instemde, en waar dat staat.'),
  })
  .meta({ id: 'WarmeOverdrachtVerzoek' });
export type NewHandoverDto = z.infer<typeof newHandoverSchema>;

const onBehalf = z
  .strictObject({
    door: line.describe('Wie namens de gemeente antwoordde.'),
    op: day,
    wijze: z.enum(offerChannels.publicCodes),
    bewijs: line.describe('Waar het bewijs van het antwoord is.'),
  })
  .nullable()
  .default(null)
  .describe('Het antwoord van een gemeente zonder mensen in Woonplek, zoals een coördinator het vastlegt.');

export const handoverReplySchema = z
  .discriminatedUnion('antwoord', [
    z.strictObject({
      antwoord: z.literal('aanvaarden'),
      overnameOp: day.describe('Vanaf welke dag de gemeente verantwoordelijk is.'),
      toelichting: words.nullable().default(null),
      namens: onBehalf,
      versie: version,
    }),
    z.strictObject({ antwoord: z.literal('weigeren'), reden: words, namens: onBehalf, versie: version }),
  ])
  .meta({ id: 'AntwoordOpOverdracht' });
export type HandoverReplyDto = z.infer<typeof handoverReplySchema>;

export const handoverWithdrawalSchema = z
  .strictObject({ reden: words, versie: version })
  .meta({ id: 'OverdrachtIntrekken' });
export type HandoverWithdrawalDto = z.infer<typeof handoverWithdrawalSchema>;

export const handoverCompletionSchema = z
  .strictObject({
    op: day.describe('De dag waarop de overdracht was: op of na de dag van overname, en niet na vandaag.'),
    toelichting: words.nullable().default(null),
    versie: version,
  })
  .meta({ id: 'OverdrachtAfronden' });
export type HandoverCompletionDto = z.infer<typeof handoverCompletionSchema>;

export const handoverListQuery = pageQuery({
  sortable: ['uiterlijkOp', 'gevraagdOp', 'nummer'],
  filters: {
    status: z.enum(WARM_HANDOVER_STATES).optional(),
    client: z.uuid().optional(),
    open: trueOrFalse().optional().describe('Alleen wat loopt, of alleen wat klaar is.'),
    teLaat: trueOrFalse().optional().describe('Alleen wat te laat is, of alleen wat dat niet is.'),
  },
});
export type HandoverListQuery = z.infer<typeof handoverListQuery>;
