import { z } from 'zod';
import { parameterTypes, ruleKinds, scopeLevels, scopings } from '../../core/vocabulary/code-lists';

const value = z.union([z.number(), z.boolean(), z.string()]);
const kind = z.object({ code: z.enum(ruleKinds.publicCodes), naam: z.string() });

const parameterSchema = z
  .object({
    naam: z.string(),
    titel: z.string(),
    type: z.enum(parameterTypes.publicCodes),
    eenheid: z.string().nullable(),
    standaard: value,
    minimum: z.number().nullable(),
    maximum: z.number().nullable(),
    keuzes: z.array(z.object({ code: z.string(), naam: z.string() })),
  })
  .meta({ id: 'Regelparameter' });

const ruleSchema = z
  .object({
    id: z.string(),
    soort: kind,
    titel: z.string(),
    zin: z.string().describe('De regel in één zin.'),
    bron: z.string(),
    geenUitzondering: z
      .string()
      .nullable()
      .describe('Waarom een uitzondering op deze regel niet kan; leeg als die wel kan.'),
    wettelijkeGrondslag: z.string().nullable().describe('Het wetsartikel waarop de regel rust; leeg als er geen is.'),
    samenloop: z
      .enum(scopings.publicCodes)
      .describe(
        'Wat geldt als het beleid de regel voor een woonplek vaker noemt: de smalste vermelding, of alle vermeldingen. hele-regio: de regel is niet te beperken.',
      ),
    eenheid: z.string().nullable().describe('Waarin een doel telt.'),
    parameters: z.array(parameterSchema),
  })
  .meta({ id: 'Regel' });
export type RuleDto = z.infer<typeof ruleSchema>;

export const ruleListSchema = z.object({ items: z.array(ruleSchema) }).meta({ id: 'Regelcatalogus' });
export type RuleListDto = z.infer<typeof ruleListSchema>;

/** The homes for which an entry of a policy holds. */
const scopeSchema = z
  .object({ soort: z.enum(scopeLevels.publicCodes), id: z.string() })
  .nullable()
  .describe('Voor welke woonplekken dit geldt: een programma, complex of woonplek. Leeg: de hele regio.');

const setting = z.object({
  naam: z.string(),
  titel: z.string(),
  waarde: value,
  eenheid: z.string().nullable(),
  tekst: z.string().describe('De waarde in woorden.'),
});

export const policySchema = z
  .object({
    id: z.string(),
    regio: z.object({ id: z.string(), naam: z.string() }),
    versie: z.string(),
    geldigVanaf: z.iso.date(),
    geldigTot: z.iso.date().nullable(),
    bron: z.string(),
    doorlooptijdDagen: z.int(),
    regels: z
      .array(
        z.object({
          id: z.string(),
          soort: kind,
          titel: z.string(),
          zin: z.string(),
          parameters: z.array(setting),
          bereik: scopeSchema,
        }),
      )
      .describe('Regels die altijd gelden.'),
    niveaus: z
      .array(
        z.object({
          niveau: z.int().describe('1 gaat voor alles.'),
          doel: z.object({ id: z.string(), titel: z.string(), zin: z.string(), eenheid: z.string() }),
          tolerantie: z.int().describe('Hoeveel latere niveaus van dit niveau mogen inleveren.'),
          parameters: z.array(setting),
        }),
      )
      .describe('Doelen op volgorde. Ze worden nooit bij elkaar opgeteld.'),
    versies: z.array(
      z.object({ versie: z.string(), geldigVanaf: z.iso.date(), geldigTot: z.iso.date().nullable(), bron: z.string() }),
    ),
  })
  .meta({ id: 'Beleid' });
export type PolicyDto = z.infer<typeof policySchema>;

export const policyQuery = z.strictObject({
  regio: z
    .string()
    .regex(/^[a-z][a-z0-9-]{1,40}$/, 'kleine letters, cijfers en koppeltekens')
    .optional()
    .describe('De regio; leeg: uw eigen regio.'),
});
export type PolicyQuery = z.infer<typeof policyQuery>;
