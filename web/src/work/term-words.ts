import { countOf, formatDate } from '../display/format';
import type { WorkItem } from '../http/answers';

type Term = Pick<WorkItem, 'uiterlijkOp' | 'dagenOver' | 'teLaat' | 'staatStil'>;

const ROLES: Readonly<Record<WorkItem['wachtOp'], string>> = {
  coordinator: 'de wooncoördinator',
  corporatie: 'de corporatie',
  aanbieder: 'de aanbieder',
};

export function roleWords(role: WorkItem['wachtOp']): string {
  return ROLES[role];
}

/** How much time is left, in words. */
export function timeWords({ dagenOver, teLaat, staatStil }: Term): string {
  if (staatStil) return 'Staat stil';
  if (dagenOver === null) return '–';
  if (teLaat) return `${countOf(-dagenOver, 'dag', 'dagen')} te laat`;
  return dagenOver === 0 ? 'Vandaag' : `Nog ${countOf(dagenOver, 'dag', 'dagen')}`;
}

/** Until when somebody is in time, as a whole sentence. */
export function dueSentence({ uiterlijkOp, teLaat, staatStil }: Term): string {
  if (staatStil) return 'De termijn staat nu stil.';
  if (uiterlijkOp === null) return 'De laatste dag is niet bekend.';
  return teLaat
    ? `De termijn was tot en met ${formatDate(uiterlijkOp)}.`
    : `Dit kan tot en met ${formatDate(uiterlijkOp)}.`;
}
