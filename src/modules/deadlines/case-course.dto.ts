import { z } from 'zod';
import {
  casePauseReasons,
  progressReasons,
  proposalOrigins,
  reserveOutcomes,
  termEffects,
} from '../../core/review/case-reasons';
import { WAITING_STATES } from '../../core/review/workflow';
import { caseTermSchema } from './work-item.dto';

const named = <T extends readonly [string, ...string[]]>(codes: T) =>
  z.object({ code: z.enum(codes), naam: z.string() });
const day = z.iso.date();
const note = z.string().trim().min(1).max(500);

export const caseCourseSchema = z
  .object({
    id: z.uuid().describe('Van het voorstel.'),
    client: z.object({ id: z.string(), nummer: z.string() }),
    termijn: caseTermSchema
      .extend({
        gevolg: named(termEffects.publicCodes).describe('Wat er gebeurt als de termijn voorbij is.'),
        werkwijze: z.object({ programma: z.string(), versie: z.string() }),
        bron: z.string(),
        demonstratie: z.boolean().describe('Geen bron noemt dit getal.'),
      })
      .nullable()
      .describe('Leeg: de zaak wacht nergens op.'),
    herkomst: z.enum(proposalOrigins.publicCodes),
    vervangt: z.uuid().nullable().describe('Bij een reserve: het voorstel voor deze woonplek dat niet doorging.'),
    vervangenDoor: z.uuid().nullable().describe('De reserve die nu voor deze woonplek is voorgesteld.'),
    reserveUitkomst: named(reserveOutcomes.publicCodes)
      .nullable()
      .describe('Van een voorstel dat niet doorging: of de woonplek naar een ander kon.'),
    reserves: z
      .array(
        z.object({
          client: z.object({ id: z.string(), nummer: z.string() }),
          past: z.boolean().describe('Of deze cliënt vandaag aan alle regels voldoet.'),
          redenen: z.array(z.string()),
        }),
      )
      .describe('Wie er hierna aan de beurt zou zijn, hoogstens drie, voor zover u die cliënten mag zien.'),
    pauzes: z.array(
      z.object({
        id: z.uuid(),
        reden: named(casePauseReasons.publicCodes),
        vanaf: z.iso.date(),
        tot: z.iso.date().nullable().describe('De laatste dag die niet meetelt. Leeg: de pauze loopt nog.'),
        toelichting: z.string().nullable(),
        door: z.string(),
      }),
    ),
    voortgang: z
      .array(
        z.object({
          id: z.uuid(),
          status: z.enum(WAITING_STATES),
          op: z.iso.datetime(),
          door: z.string(),
          betrokken: z.boolean(),
          reden: named(progressReasons.publicCodes),
          laatstGezien: z.iso.date().nullable(),
          toelichting: z.string().nullable(),
        }),
      )
      .describe('Wat er over de voortgang is gemeld, nieuwste eerst.'),
  })
  .meta({ id: 'Verloop' });
export type CaseCourseDto = z.infer<typeof caseCourseSchema>;

export const pauseRequestSchema = z
  .strictObject({
    reden: z.enum(casePauseReasons.publicCodes),
    vanaf: day.describe('De eerste dag die niet meetelt: vandaag of eerder.'),
    toelichting: note.optional(),
  })
  .meta({ id: 'PauzeVerzoek' });
export type PauseRequestDto = z.infer<typeof pauseRequestSchema>;

export const pauseEndSchema = z
  .strictObject({ tot: day.describe('De laatste dag die niet meetelt: vandaag of eerder.') })
  .meta({ id: 'PauzeEinde' });
export type PauseEndDto = z.infer<typeof pauseEndSchema>;

export const progressRequestSchema = z
  .strictObject({
    betrokken: z.boolean().describe('Of er contact is met de cliënt.'),
    reden: z.enum(progressReasons.publicCodes),
    laatstGezien: day.nullable().describe('Wanneer iemand de cliënt het laatst zag. Leeg: niet bekend.'),
    toelichting: note.optional().describe('Verplicht bij de reden "anders".'),
  })
  .meta({ id: 'VoortgangVerzoek' });
export type ProgressRequestDto = z.infer<typeof progressRequestSchema>;
