import { z } from 'zod';
import {
  progresses,
  TENANCY_ACTIONS,
  TENANCY_STATES,
  tenancyEndReasons,
  timeOutReasons,
} from '../../core/review/tenancy-transitions';
import { isIsoDate } from '../../core/time/calendar';
import { TENANCY_STARTS } from '../../database/entities/tenancy-event.entity';
import { housingForms } from '../../core/vocabulary/code-lists';

const note = z.string().trim().min(1).max(2000);
const day = z.iso.date().refine(isIsoDate, { error: 'een datum die bestaat, als 2026-11-22' });
const version = z
  .int()
  .min(1)
  .describe('De versie van de plaatsing die u zag. Is er intussen iets veranderd, dan volgt 409.');
const seen = { op: day.describe('De dag waarop het was: vandaag of eerder.'), versie: version };

/** What whoever guides writes down: how it goes, and that the guidance stops for a while. The home stays. */
export const followRequestSchema = z
  .discriminatedUnion('stap', [
    z.strictObject({
      stap: z.literal('notitie'),
      voortgang: z.enum(progresses.publicCodes),
      toelichting: note,
      ...seen,
    }),
    z.strictObject({
      stap: z.literal('time-out'),
      reden: z.enum(timeOutReasons.publicCodes),
      tot: day.optional().describe('De dag tot en met welke de time-out naar verwachting duurt.'),
      toelichting: note.optional(),
      ...seen,
    }),
    z.strictObject({ stap: z.literal('hervatten'), toelichting: note.optional(), ...seen }),
    z.strictObject({ stap: z.literal('terugval'), toelichting: note, ...seen }),
  ])
  .meta({ id: 'NazorgVerzoek' });
export type FollowRequestDto = z.infer<typeof followRequestSchema>;

/** What changes the tenancy itself. */
export const changeRequestSchema = z
  .discriminatedUnion('stap', [
    z.strictObject({ stap: z.literal('afsluiten'), toelichting: note, ...seen }),
    z.strictObject({ stap: z.literal('doorstromen'), toelichting: note, ...seen }),
    z.strictObject({
      stap: z.literal('omklappen'),
      bevestigdDoor: z.string().trim().min(2).max(200).describe('Wie het vaste contract namens de verhuurder tekende.'),
      toelichting: note.optional(),
      ...seen,
    }),
    z.strictObject({
      stap: z.literal('beeindigen'),
      reden: z.enum(tenancyEndReasons.publicCodes),
      zoektWeer: z.boolean().describe('Of de cliënt weer op een woonplek wacht.'),
      toelichting: note.optional(),
      ...seen,
    }),
  ])
  .meta({ id: 'PlaatsingWijzigingVerzoek' });
export type ChangeRequestDto = z.infer<typeof changeRequestSchema>;

const state = z.object({ code: z.enum(TENANCY_STATES), naam: z.string() });
const reference = z.object({ id: z.uuid(), naam: z.string() });

const tenancySchema = z
  .object({
    id: z.uuid(),
    versie: z.int(),
    status: state,
    wooneenheid: reference,
    contract: z.object({ code: z.enum(housingForms.publicCodes), naam: z.string() }),
    begin: z.iso.date(),
    eind: z.iso.date().nullable(),
    aanbieder: reference.nullable(),
    teltMee: z.boolean().describe('Of de plaatsing meetelt voor spreiding en prestatieafspraken.'),
    vorigePlaatsing: z.uuid().nullable(),
    voorstel: z.uuid().nullable(),
    stappen: z.array(z.enum(TENANCY_ACTIONS)).describe('Stappen die u nu kunt zetten.'),
    gebeurtenissen: z.array(
      z.object({
        id: z.uuid(),
        stap: z.enum([...TENANCY_STARTS, ...TENANCY_ACTIONS]),
        naar: state,
        op: z.iso.date(),
        tot: z.iso.date().nullable(),
        reden: z.string().nullable(),
        voortgang: z.object({ code: z.enum(progresses.publicCodes), naam: z.string() }).nullable(),
        toelichting: z.string().nullable(),
        door: z.string().nullable(),
        vastgelegdOp: z.iso.datetime(),
      }),
    ),
  })
  .meta({ id: 'Plaatsing' });
export type TenancyDto = z.infer<typeof tenancySchema>;

export const tenanciesSchema = z
  .object({ client: z.uuid(), items: z.array(tenancySchema) })
  .meta({ id: 'Plaatsingen' });
export type TenanciesDto = z.infer<typeof tenanciesSchema>;
