import { z } from 'zod';
import { accessibilities, entitlements, herkomstCertainties, supportLevels } from '../../core/vocabulary/code-lists';

const FIRST_DAY = '1900-01-01';
const LAST_DAY = '2100-12-31';
// What is no date at all is said once.
const day = z.iso.date({ abort: true }).refine((text) => text >= FIRST_DAY && text <= LAST_DAY, {
  error: `een datum van ${FIRST_DAY} tot en met ${LAST_DAY}`,
});
const text = z.string().trim().min(1).max(500);
const amount = (max: number) => z.int().min(0).max(max);

/** What of a file can be wrong. Only what is named is changed; null empties what may be empty. */
const correctedFieldsSchema = z.strictObject({
  herkomstGemeente: z
    .string()
    .regex(/^GM\d{4}$/, 'een CBS-code van een gemeente, zoals GM0106')
    .nullable()
    .optional(),
  herkomstGrondslag: text.nullable().optional(),
  herkomstZekerheid: z.enum(herkomstCertainties.publicCodes).optional(),
  doelgroep: z.string().min(1).max(60).optional(),
  begeleidingNiveau: z.enum(supportLevels.publicCodes).optional(),
  begeleidingUren: amount(168).optional().describe('Uren per week.'),
  draaglast: amount(100).optional(),
  slaapkamers: amount(20).optional(),
  toegankelijkheid: z.enum(accessibilities.publicCodes).optional(),
  huisdieren: amount(50).optional(),
  urgentieklasse: amount(3).optional(),
  urgentiecategorie: z.string().min(1).max(60).nullable().optional(),
  uitstroomgereedOp: day.nullable().optional(),
  wachtSinds: day.optional(),
  verblijf: text.nullable().optional(),
  verblijfSinds: day.nullable().optional(),
  rechthebbend: z.enum(entitlements.publicCodes).optional(),
  rechthebbendTot: day.nullable().optional(),
  inkomenCent: amount(1_000_000_000).nullable().optional().describe('Inkomen per jaar in eurocent.'),
});
export type CorrectedFields = z.infer<typeof correctedFieldsSchema>;

const correctedMemberSchema = z.strictObject({
  id: z.uuid().describe('Het lid van het huishouden.'),
  voornaam: z.string().trim().min(1).max(100).optional(),
  achternaam: z.string().trim().min(1).max(100).optional(),
  geboortedatum: day.optional(),
});
export type CorrectedMember = z.infer<typeof correctedMemberSchema>;

export const correctionSchema = z
  .strictObject({
    versie: z.int().min(1).describe('De versie van het dossier die u zag. Is er iets veranderd, dan volgt 409.'),
    reden: z.string().trim().min(1).max(4000).describe('Waarom dit wordt verbeterd, en waaruit dat blijkt.'),
    gegevens: correctedFieldsSchema.default({}),
    leden: z.array(correctedMemberSchema).max(30).default([]),
    verzoek: z.uuid().optional().describe('Het verzoek om correctie dat hiermee is ingewilligd.'),
    clientGeinformeerdOp: day
      .optional()
      .describe('Verplicht als door dat verzoek de verwerking is beperkt: wanneer de cliënt hoorde dat dit eindigt.'),
  })
  .meta({ id: 'CorrectieVerzoek' });
export type CorrectionDto = z.infer<typeof correctionSchema>;

export const correctedSchema = z
  .object({
    id: z.uuid(),
    versie: z.int(),
    gewijzigd: z.array(z.string()).describe('Wat er is verbeterd, in woorden. Wat er al zo stond, telt niet.'),
    geraakteVoorstellen: z
      .array(
        z.object({
          id: z.uuid(),
          status: z.string(),
          wooneenheid: z.object({ id: z.string(), naam: z.string() }),
          veranderd: z.array(z.string()).describe('Wat vandaag anders is dan toen de ronde draaide.'),
        }),
      )
      .describe('Voorstellen die lopen en op de oude gegevens zijn gemaakt.'),
  })
  .meta({ id: 'Correctie' });
export type CorrectedDto = z.infer<typeof correctedSchema>;
