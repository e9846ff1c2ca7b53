import { z } from 'zod';
import { passendheden } from '../../core/quotas/passend-tally';
import type { LedgerLine } from '../monitor/agreement-ledger.service';

const reference = z.object({ id: z.string(), naam: z.string() });

/** One prestatieafspraak and what counts under it. */
export const ledgerSchema = z
  .object({
    id: z.uuid(),
    gemeente: reference,
    doelgroep: reference.nullable().describe('Leeg: alle doelgroepen tellen mee.'),
    jaar: z.int(),
    afgesproken: z.int(),
    gerealiseerd: z.int().describe('Huishoudens die in het jaar zijn begonnen of een afgesproken start hebben.'),
    onderweg: z.int().describe('Goedgekeurde voorstellen die nog geen sleutel hebben.'),
    resterend: z.int().describe('Wat er daarna nog ontbreekt.'),
    demonstratie: z.boolean(),
  })
  .meta({ id: 'Afspraakstand' });
export type LedgerDto = z.infer<typeof ledgerSchema>;

/** Whether one allocation is passend. */
export const passendSchema = z
  .object({
    oordeel: z.object({ code: z.enum(passendheden.publicCodes), naam: z.string() }),
    onderDeNorm: z
      .boolean()
      .describe('Deze toewijzing is niet passend, en de corporatie komt er in dat jaar mee onder de 95 %.'),
  })
  .meta({ id: 'Passendheid' });

const passendYearSchema = z
  .object({
    jaar: z.int(),
    passend: z.int(),
    nietPassend: z.int(),
    onbekend: z.int().describe('Toewijzingen waarvan een gegeven ontbreekt; zij tellen niet mee.'),
    percentage: z.int().nullable().describe('Naar beneden afgerond; leeg: er telt nog niets mee.'),
    norm: z.int().describe('Woningwet artikel 46; Btiv 2015 artikel 54.'),
    onderDeNorm: z.boolean(),
  })
  .meta({ id: 'PassendToewijzenJaar' });

/** Where the organisation that asks stands, in numbers alone. */
export const ownerStandingSchema = z
  .object({ afspraken: z.array(ledgerSchema), passendToewijzen: z.array(passendYearSchema) })
  .meta({ id: 'Toewijzingsstand' });
export type OwnerStandingDto = z.infer<typeof ownerStandingSchema>;

export function ledgerAnswer(line: LedgerLine): LedgerDto {
  return {
    id: line.id,
    gemeente: { id: line.gemeenteId, naam: line.gemeenteName },
    doelgroep:
      line.doelgroepId === null ? null : { id: line.doelgroepId, naam: line.doelgroepName ?? line.doelgroepId },
    jaar: line.year,
    afgesproken: line.agreed,
    gerealiseerd: line.realised,
    onderweg: line.underWay,
    resterend: line.left,
    demonstratie: line.demonstration,
  };
}
