import { z } from 'zod';
import { proposalOrigins } from '../../core/review/case-reasons';
import { STEP_ROLES, WAITING_STATES } from '../../core/review/workflow';
import { pageQuery, trueOrFalse } from '../../platform/http/page';

const reference = z.object({ id: z.string(), naam: z.string() });

/** How a case stands in its step today. */
export const caseTermSchema = z
  .object({
    wachtOp: z.enum(STEP_ROLES).describe('De rol die nu aan zet is.'),
    doorgezetNaar: z
      .enum(STEP_ROLES)
      .nullable()
      .describe('De rol waar de zaak naartoe ging omdat de termijn voorbij is.'),
    sinds: z.iso.date().describe('Sinds wanneer de zaak in deze stap wacht.'),
    uiterlijkOp: z.iso
      .date()
      .nullable()
      .describe('De laatste dag die op tijd is. Leeg: niet bekend, want de termijn staat stil.'),
    dagenOver: z.int().nullable().describe('Dagen tot en met de laatste dag; onder nul is te laat.'),
    teLaat: z.boolean(),
    herinnering: z.boolean().describe('De laatste dag is dichtbij.'),
    stil: z.boolean().describe('Er is te lang niets gebeurd en niets gemeld: meld hoe het gaat.'),
    staatStil: z.boolean().describe('De termijn staat stil door een pauze.'),
  })
  .meta({ id: 'Termijn' });
export type CaseTermDto = z.infer<typeof caseTermSchema>;

export const workItemSchema = caseTermSchema
  .extend({
    id: z.uuid().describe('Van het voorstel.'),
    status: z.enum(WAITING_STATES),
    client: z.object({ id: z.string(), nummer: z.string() }).nullable().describe('Leeg voor een corporatie.'),
    wooneenheid: reference,
    corporatie: reference.nullable(),
    aanbieder: reference.nullable().describe('Leeg voor een corporatie.'),
    herkomst: z.enum(proposalOrigins.publicCodes),
    aanZet: z.boolean().describe('Of uw rol nu iets moet doen.'),
  })
  .meta({ id: 'Werkregel' });
export type WorkItemDto = z.infer<typeof workItemSchema>;

export const workListQuerySchema = pageQuery({
  sortable: ['uiterlijkOp', 'sinds', 'nummer', 'wooneenheid'],
  filters: {
    aanZet: trueOrFalse().optional().describe('Alleen waar uw rol nu iets moet doen, of juist niet.'),
    teLaat: trueOrFalse().optional(),
    herinnering: trueOrFalse().optional(),
    stil: trueOrFalse().optional(),
    staatStil: trueOrFalse().optional(),
    status: z.enum(WAITING_STATES).optional(),
    wachtOp: z.enum(STEP_ROLES).optional(),
    zoek: z.string().max(60).optional().describe('Zoekt in cliëntnummer en naam van de woonplek.'),
  },
});
export type WorkListQuery = z.infer<typeof workListQuerySchema>;
