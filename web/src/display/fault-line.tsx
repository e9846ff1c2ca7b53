import { use } from 'react';
import { WasSent } from './was-sent';

/** What is wrong with more than one field, for who tried to send the form. */
export function FaultLine({ words }: { readonly words: string | null }) {
  return use(WasSent) && words !== null ? (
    <p className="wp-field__error" role="alert">
      {words}
    </p>
  ) : null;
}
