import { useState } from 'react';
import { missing } from './form-values';

interface DraftField<Value> {
  readonly value: Value;
  readonly onChange: (value: Value) => void;
  readonly error: string | null;
}

/**
 * What somebody typed in a form, by field. Each field that is drawn says here what is wrong with it, so that the form is right
 * when none of those that are on the screen has a fault.
 */
export function useDraft<Values extends { readonly [Name in keyof Values]: string }>(empty: Values) {
  const [values, setValues] = useState(empty);
  const faults: string[] = [];

  function field<Name extends keyof Values>(name: Name, error: string | null = null): DraftField<Values[Name]> {
    if (error !== null) faults.push(error);
    return { value: values[name], onChange: (value) => setValues((before) => ({ ...before, [name]: value })), error };
  }

  return {
    values,
    field,
    /** A field that may not stay empty. */
    asked: <Name extends keyof Values>(name: Name, words: string) => field(name, missing(values[name], words)),
    change: (changed: Partial<Values>) => setValues((before) => ({ ...before, ...changed })),
    isRight: () => faults.length === 0,
  };
}
