import { addDays, addMonths, type IsoDate } from '../core/time/calendar';
import type { Chance } from './chance';
import type { ClientGroup, ClientProfile } from './client-profile.schema';
import type { SyntheticMember } from './synthetic-household';

/** Somebody who is `age` on the reference date. */
function birthDateOf(age: number, referenceDate: IsoDate, chance: Chance): IsoDate {
  return addDays(addMonths(referenceDate, -12 * age), -chance.between(0, 360));
}

/** The persons of one made-up household, the main resident first. */
export function generateMembers(
  profile: ClientProfile,
  group: ClientGroup,
  referenceDate: IsoDate,
  chance: Chance,
): readonly SyntheticMember[] {
  const mainAge = chance.between(group.ageFrom, group.ageBelow - 1);
  const familyName = chance.pick(profile.familyNames);
  const person = (role: SyntheticMember['role'], age: number, name = familyName): SyntheticMember => ({
    role,
    givenName: chance.pick(profile.givenNames),
    familyName: name,
    birthDate: birthDateOf(age, referenceDate, chance),
  });

  const members = [person('main', mainAge)];
  const withPartner = chance.percent(group.composition === 'family' ? 35 : group.composition === 'adults' ? 10 : 0);
  if (withPartner) {
    members.push(person('partner', Math.max(18, mainAge + chance.between(-6, 6)), chance.pick(profile.familyNames)));
  }
  if (group.composition === 'family') {
    const { children } = chance.weighted([
      { children: 1, share: 40 },
      { children: 2, share: 35 },
      { children: 3, share: 18 },
      { children: 4, share: 7 },
    ]);
    for (let child = 0; child < children; child += 1)
      members.push(person('child', chance.between(0, Math.min(16, mainAge - 18))));
  }
  return members;
}
