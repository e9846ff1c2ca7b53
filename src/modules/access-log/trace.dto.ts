import { z } from 'zod';
import { isIsoDate } from '../../core/time/calendar';
import { ROLES } from '../../platform/access/permissions';
import { pageQuery } from '../../platform/http/page';
import { TRACE_CODE_WORDS } from './trace-words';

const TRACE_KINDS = ['inzage', 'wijziging'] as const;
const TRACE_SUBJECTS = ['client', 'gegeven', 'logregel'] as const;
const TRACE_RESULTS = ['toegestaan', 'geweigerd', 'mislukt'] as const;

const day = z.iso.date().refine(isIsoDate, { error: 'een datum die bestaat, als 2026-11-22' });
const role = z.object({ code: z.string(), naam: z.string() });
const period = {
  soort: z.enum(TRACE_KINDS).optional().describe('Alleen wat is bekeken, of alleen wat is gewijzigd.'),
  vanaf: day.optional().describe('Eerste dag, in Nederlandse tijd.'),
  tot: day.optional().describe('Laatste dag, in Nederlandse tijd.'),
};

export const traceSchema = z
  .object({
    id: z.string().describe('Soort en nummer van de regel, als inzage-12.'),
    soort: z.enum(TRACE_KINDS),
    wanneer: z.iso.datetime(),
    handeling: z.object({ code: z.string(), naam: z.string() }),
    persoon: z.object({ id: z.uuid(), naam: z.string() }).nullable().describe('Leeg: Woonplek zelf.'),
    rol: role.nullable(),
    organisatie: z.string().nullable(),
    client: z.object({ id: z.uuid(), nummer: z.string() }).nullable().describe('Als de regel over één cliënt gaat.'),
    onderwerp: z.enum(TRACE_SUBJECTS).describe('Waarover de regel gaat.'),
    aantal: z.int().describe('Over hoeveel daarvan.'),
    kenmerken: z.array(z.string()).describe('Kenmerken daarvan, de eerste 25.'),
    resultaat: z.enum(TRACE_RESULTS),
    herkomst: z.string().nullable().describe('Netwerkadres van de vrager.'),
    doel: z.string().nullable(),
    verzoek: z.string().nullable().describe('Kenmerk van het verzoek, zoals in X-Request-Id.'),
    wijzigingen: z
      .array(z.object({ veld: z.string(), voor: z.string().nullable(), na: z.string().nullable() }))
      .describe('Per veld wat er stond en wat er kwam te staan. *** staat voor een afgeschermde waarde.'),
  })
  .meta({ id: 'Logregel' });
export type TraceDto = z.infer<typeof traceSchema>;

export const traceCodeSchema = z.object({ id: z.string(), naam: z.string() }).meta({ id: 'Loghandeling' });
export type TraceCodeDto = z.infer<typeof traceCodeSchema>;

export const traceQuery = pageQuery({
  sortable: ['wanneer', 'persoon', 'handeling'],
  order: '-wanneer',
  filters: {
    ...period,
    persoon: z.string().trim().min(1).max(100).optional().describe('Deel van de naam van wie het deed.'),
    client: z
      .string()
      .trim()
      .regex(/^[A-Za-z0-9-]{1,36}$/, 'een cliëntnummer of het kenmerk van een cliënt')
      .optional()
      .describe('Cliëntnummer, of het kenmerk van een cliënt.'),
    handeling: z
      .enum([...TRACE_CODE_WORDS.keys()])
      .optional()
      .describe('Wat er is bekeken of gewijzigd.'),
    rol: z.enum(ROLES).optional(),
    resultaat: z.enum(TRACE_RESULTS).optional(),
  },
});
export type TraceQuery = z.infer<typeof traceQuery>;

export const clientTraceSchema = z
  .object({
    id: z.string(),
    soort: z.enum(TRACE_KINDS),
    wanneer: z.iso.datetime(),
    handeling: z.string(),
    rol: role.nullable().describe('In welke rol; leeg: Woonplek zelf.'),
    organisatie: z.string().nullable().describe('Voor welke organisatie. Namen van medewerkers staan er niet bij.'),
    doel: z.string().nullable(),
    resultaat: z.enum(TRACE_RESULTS),
    velden: z.array(z.string()).describe('Wat er is gewijzigd.'),
  })
  .meta({ id: 'InzageInDossier' });
export type ClientTraceDto = z.infer<typeof clientTraceSchema>;

export const clientTraceQuery = pageQuery({ sortable: ['wanneer'], order: '-wanneer', filters: period });
export type ClientTraceQuery = z.infer<typeof clientTraceQuery>;
