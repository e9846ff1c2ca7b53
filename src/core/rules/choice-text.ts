import type { Text } from './rule';

/** Names of which one is enough: `A, B of C`. */
export function choiceText(names: readonly string[]): Text {
  const joined = (last: string) =>
    names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} ${last} ${names[names.length - 1]}`;
  return { nl: joined('of'), en: joined('or') };
}
