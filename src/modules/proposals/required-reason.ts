import { rejectionReason, type RejectionReason } from '../../core/review/rejection-reasons';
import { invalidInput } from '../../platform/http/problem';

/** The reason behind a code that the schema has let through. Throws 400 where it asks for a note and there is none. */
export function requiredReason(code: string, note: string | undefined): RejectionReason {
  const reason = rejectionReason(code)!;
  if (!reason.noteRequired || note !== undefined) return reason;
  throw invalidInput([
    { in: 'body', veld: 'toelichting', waarde: null, verwacht: `verplicht bij de reden "${reason.nl}"` },
  ]);
}
