import { z } from 'zod';
import { landingStates } from '../../core/review/landing-checklist';
import { answerSides, offerChannels, offerContactKinds } from '../../core/review/offer-contacts';
import { PROPOSAL_ACTIONS, PROPOSAL_STATES } from '../../core/review/proposal-transitions';
import { REFUSAL_CODES, refusalConsequences } from '../../core/review/refusal-policy';
import { isIsoDate } from '../../core/time/calendar';

const note = z.string().trim().min(1).max(2000);
const day = z.iso.date().refine(isIsoDate, { error: 'een datum die bestaat, als 2026-11-22' });
const version = z
  .int()
  .min(1)
  .describe('De versie van het voorstel die u zag. Is er intussen iets veranderd, dan volgt 409.');
const reason = z.enum(REFUSAL_CODES as [string, ...string[]]);

/** Whose words they are, how and when they came, and where that can be found. */
const told = {
  door: z.enum(answerSides.publicCodes).describe('Van wie het antwoord is.'),
  namens: z
    .string()
    .trim()
    .min(2)
    .max(200)
    .optional()
    .describe('Wie namens de cliënt antwoordt, zoals de begeleider of de bewindvoerder. Verplicht bij "namens".'),
  wijze: z.enum(offerChannels.publicCodes),
  op: day.describe('De dag waarop het was.'),
  bewijs: note.optional().describe('Waar het bewijs is te vinden. Verplicht als iemand namens de cliënt antwoordt.'),
  toelichting: note.optional(),
};

export const offerRequestSchema = z
  .strictObject({ wijze: told.wijze, op: told.op, toelichting: note.optional(), versie: version })
  .meta({ id: 'AanbiedingVerzoek' });
export type OfferRequestDto = z.infer<typeof offerRequestSchema>;

export const answerRequestSchema = z
  .discriminatedUnion('antwoord', [
    z.strictObject({ antwoord: z.literal('accepteren'), ...told, versie: version }),
    z.strictObject({
      antwoord: z.literal('weigeren'),
      ...told,
      redenCode: reason.describe(
        'Waarom de cliënt niet wil; een code van de kant van de cliënt uit /v1/afwijsredenen.',
      ),
      versie: version,
    }),
  ])
  .meta({ id: 'AntwoordVerzoek' });
export type AnswerRequestDto = z.infer<typeof answerRequestSchema>;

export const noShowRequestSchema = z
  .strictObject({ wijze: told.wijze, op: told.op, toelichting: note.optional(), versie: version })
  .meta({ id: 'NietVerschenenVerzoek' });
export type NoShowRequestDto = z.infer<typeof noShowRequestSchema>;

export const judgementRequestSchema = z
  .strictObject({
    passend: z.boolean().describe('Of de geweigerde woning passend was. Alleen dan telt de weigering.'),
    toelichting: note,
  })
  .meta({ id: 'WeigeringsoordeelVerzoek' });
export type JudgementRequestDto = z.infer<typeof judgementRequestSchema>;

export const preparationRequestSchema = z
  .strictObject({ toelichting: note.optional(), versie: version })
  .meta({ id: 'VoorbereidingVerzoek' });
export type PreparationRequestDto = z.infer<typeof preparationRequestSchema>;

export const landingPointCode = z.string().regex(/^[a-z][a-z0-9-]{0,59}$/, 'de code van een punt, zoals in de zaak');
export const landingRequestSchema = z
  .strictObject({ stand: z.enum(landingStates.publicCodes), toelichting: note.optional() })
  .meta({ id: 'LandingspuntVerzoek' });
export type LandingRequestDto = z.infer<typeof landingRequestSchema>;

export const keyRequestSchema = z
  .strictObject({
    sleuteldatum: day.describe('De dag waarop de cliënt de sleutel kreeg: vandaag of eerder.'),
    toelichting: note.optional(),
    versie: version,
  })
  .meta({ id: 'HuisvestingVerzoek' });
export type KeyRequestDto = z.infer<typeof keyRequestSchema>;

/** What everybody who may hand over a key is told: nothing about the client. */
export const housedSchema = z
  .object({
    voorstel: z.uuid(),
    status: z.enum(PROPOSAL_STATES),
    versie: z.int(),
    sleuteldatum: z.iso.date(),
  })
  .meta({ id: 'Huisvesting' });
export type HousedDto = z.infer<typeof housedSchema>;

const named = <T extends z.ZodType>(code: T) => z.object({ code, naam: z.string() });
const byAccount = z.string().nullable().describe('Naam van de medewerker; leeg: Woonplek zelf.');

export const caseSchema = z
  .object({
    voorstel: z.uuid(),
    client: z.object({ id: z.uuid(), nummer: z.string() }),
    versie: z.int(),
    status: z.enum(PROPOSAL_STATES),
    stappen: z.array(z.enum(PROPOSAL_ACTIONS)).describe('Stappen die u nu kunt zetten.'),
    contacten: z.array(
      z.object({
        soort: named(z.enum(offerContactKinds.publicCodes)),
        door: named(z.enum(answerSides.publicCodes)),
        namens: z.string().nullable(),
        wijze: named(z.enum(offerChannels.publicCodes)),
        op: z.iso.date(),
        bewijs: z.string().nullable(),
        reden: z.string().nullable(),
        toelichting: z.string().nullable(),
        vastgelegdDoor: byAccount,
        vastgelegdOp: z.iso.datetime(),
      }),
    ),
    weigering: z
      .object({
        reden: z.string(),
        passend: z.boolean().nullable().describe('Leeg: nog door niemand beoordeeld.'),
        teBeoordelen: z.boolean(),
        oordeelDoor: byAccount,
        oordeel: z.string().nullable(),
        gevolg: named(z.enum(refusalConsequences.publicCodes)).nullable(),
        tot: z.iso.date().nullable(),
      })
      .nullable()
      .describe('De laatste weigering.'),
    landing: z
      .object({
        versie: z.string().describe('Versie van de lijst waarmee deze zaak begon.'),
        punten: z.array(
          z.object({
            code: z.string(),
            naam: z.string(),
            verplicht: z.boolean(),
            stand: named(z.enum(landingStates.publicCodes)),
            toelichting: z.string().nullable(),
            door: byAccount,
            op: z.iso.datetime().nullable(),
          }),
        ),
        ontbreekt: z.array(z.string()).describe('Verplichte punten die nog open staan.'),
      })
      .nullable(),
    sleuteldatum: z.iso.date().nullable(),
  })
  .meta({ id: 'Zaak' });
export type CaseDto = z.infer<typeof caseSchema>;
