import { DomainError } from '../../core/errors';
import type { RunFailure } from '../../database/entities/match-run.entity';

const TEXTS: Readonly<Record<string, string>> = {
  'problem-infeasible':
    'De vaste afspraken spreken elkaar tegen: met de vastgezette koppelingen is geen enkel plan mogelijk. Hef een vastgezette koppeling op en start een nieuwe ronde.',
  'engine-failed':
    'Het rekenprogramma kon de ronde niet afmaken. Start een nieuwe ronde, eventueel met een ander rekenprogramma of meer tijd.',
  'plan-refused':
    'De onafhankelijke controle vond fouten in het plan. Er zijn geen voorstellen opgeslagen. Meld dit bij de beheerder.',
  'rent-table-missing':
    'Voor het jaar waarin mensen zouden starten is nog geen huurtabel ingevoerd. Voer die in en start een nieuwe ronde.',
  'too-many-attempts':
    'De ronde werd te vaak afgebroken voordat zij klaar was. Er zijn geen voorstellen opgeslagen. Start een nieuwe ronde of vraag de beheerder om hulp.',
};
const UNKNOWN = 'Er ging iets mis tijdens de ronde. Er zijn geen voorstellen opgeslagen. Vraag de beheerder om hulp.';

/** A failure as it is stored and shown: a stable code, a text in plain Dutch, and the names and values behind it. */
export function runFailure(code: string, details: Readonly<Record<string, unknown>> = {}): RunFailure {
  return { code, message: TEXTS[code] ?? UNKNOWN, details };
}

/** The failure behind a fault in the domain; such a round would fail again, so it is not tried again. */
export function failureOf(error: DomainError): RunFailure {
  return runFailure(error.code, { ...error.details, cause: error.message });
}
