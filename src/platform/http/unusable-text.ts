import { type InputFault, shorten } from './problem';

/** No field of this API is nested deeper than a few levels; text of brackets alone must not reach what works by recursion. */
const DEEPEST = 32;

/** A surrogate without its other half: with the `u` flag a whole pair counts as one character and does not match. */
const HALF_CHARACTER = /[\ud800-\udfff]/u;

/**
 * Faults of text that no field can hold, wherever it stands in the input: the NUL character, which the database cannot
 * store, half characters, and names that every JavaScript object has, which schemas would pass over in silence.
 */
export function unusableText(place: InputFault['in'], input: unknown): InputFault[] {
  const faults: InputFault[] = [];
  const open: { readonly at: string; readonly depth: number; readonly value: unknown }[] = [
    { at: '', depth: 0, value: input },
  ];
  for (let part = open.pop(); part !== undefined; part = open.pop()) {
    const { at, depth, value } = part;
    if (typeof value === 'string') {
      const expected = expectedOf(value);
      if (expected)
        faults.push({ in: place, veld: shorten(at || '(geheel)'), waarde: visible(value), verwacht: expected });
    } else if (typeof value === 'object' && value !== null) {
      if (depth > DEEPEST) return [tooDeep(place)];
      for (const [key, inner] of Object.entries(value)) {
        const field = at === '' ? key : `${at}.${key}`;
        const expected = key in Object.prototype ? 'deze naam is niet toegestaan; laat het veld weg' : expectedOf(key);
        if (expected) faults.push({ in: place, veld: visible(field), waarde: shorten(inner), verwacht: expected });
        else open.push({ at: field, depth: depth + 1, value: inner });
      }
    }
  }
  return faults;
}

function tooDeep(place: InputFault['in']): InputFault {
  return { in: place, veld: '(geheel)', waarde: null, verwacht: `ten hoogste ${DEEPEST} niveaus diep` };
}

function expectedOf(text: string): string | undefined {
  if (text.includes('\0')) return 'tekst zonder het teken NUL (U+0000)';
  return HALF_CHARACTER.test(text) ? 'geldige Unicode, zonder halve tekens' : undefined;
}

/** What cannot be shown, shown: the answer must be readable itself. */
function visible(text: string): string {
  return shorten(text.replaceAll('\0', '\\u0000').replaceAll(new RegExp(HALF_CHARACTER, 'gu'), '\ufffd'));
}
