import { z } from 'zod';
import type { PairVerdict } from '../../core/explain/judge-pair';
import { ruleById } from '../../core/rules/catalogue';
import { scopeLevels } from '../../core/vocabulary/code-lists';

const VERDICT_OUTCOMES = ['voldoet', 'voldoet-niet', 'onbekend', 'uitzondering'] as const;

const factSchema = z.union([z.string(), z.number(), z.boolean(), z.null(), z.array(z.string())]);

/** One rule for one pair, in words and with what was compared. */
export const verdictSchema = z
  .object({
    regel: z.string(),
    titel: z.string(),
    uitkomst: z.enum(VERDICT_OUTCOMES),
    tekst: z.string(),
    feiten: z.record(z.string(), factSchema),
    bron: z.string().describe('Waar de regel vandaan komt: wet, beleidsstuk of praktijk.'),
    bereik: z
      .object({ soort: z.enum(scopeLevels.publicCodes), id: z.string() })
      .nullable()
      .describe('Voor welke woonplekken de vermelding in het beleid geldt die hier telde. Leeg: de hele regio.'),
  })
  .meta({ id: 'Regeluitkomst' });
export type VerdictDto = z.infer<typeof verdictSchema>;

const OUTCOME: Readonly<Record<PairVerdict['outcome'], VerdictDto['uitkomst']>> = {
  holds: 'voldoet',
  fails: 'voldoet-niet',
  unknown: 'onbekend',
  excepted: 'uitzondering',
};

/** A verdict stored before rules had a scope names neither source nor scope. */
type StoredVerdict = Omit<PairVerdict, 'source' | 'scope'> & Partial<Pick<PairVerdict, 'source' | 'scope'>>;

/** One rule for one pair, as the API tells it. */
export function verdictAnswer({ ruleId, title, outcome, text, facts, source, scope }: StoredVerdict): VerdictDto {
  return {
    regel: ruleId,
    titel: title.nl,
    uitkomst: OUTCOME[outcome],
    tekst: text.nl,
    feiten: Object.fromEntries(
      Object.entries(facts).map(([name, value]) => [
        name,
        typeof value === 'object' && value !== null ? [...value] : value,
      ]),
    ),
    bron: source ?? ruleById(ruleId).source,
    bereik: scope ? { soort: scopeLevels.toPublic(scope.level), id: scope.id } : null,
  };
}
