/** SQL: whether the role assignment with this alias counts on `day` (SQL too). */
export function countsOn(held: string, day: string): string {
  return `${held}.ended_at IS NULL AND ${held}.valid_from <= ${day} AND (${held}.valid_until IS NULL OR ${held}.valid_until >= ${day})`;
}

/**
 * SQL: whether the contact with this alias counts on `day`: it has not ended, and its person still holds the role. A role that
 * ends leaves no contact behind, also before the row says so.
 */
export function contactStands(contact: string, day: string): string {
  return `${contact}.ended_at IS NULL AND EXISTS (
    SELECT FROM role_assignment held JOIN account holder ON holder.id = held.account_id AND holder.active
     WHERE held.account_id = ${contact}.account_id AND held.role = ${contact}.role AND held.region_id = ${contact}.region_id
       AND (held.role = 'coordinator' OR held.organisation_id = ${contact}.owner_organisation_id) AND ${countsOn('held', day)})`;
}

/** SQL: joins who at its corporatie is the contact person of the home with alias `unit` on `day`, as the account `lessor`. */
export function joinLessor(unit: string, day: string): string {
  return `LEFT JOIN unit_contact letting ON letting.unit_id = ${unit}.id AND ${contactStands('letting', day)}
  LEFT JOIN account lessor ON lessor.id = letting.account_id`;
}

/**
 * SQL: whether a household has a contact person in a role on `day`, this one where `account` is given. All are SQL; the alias
 * is `contact`.
 */
export function hasContact(of: {
  readonly household: string;
  readonly role: string;
  readonly day: string;
  readonly account?: string;
}): string {
  const person = of.account === undefined ? '' : `AND contact.account_id = ${of.account}`;
  return `EXISTS (SELECT FROM household_contact contact
    WHERE contact.household_id = ${of.household} AND contact.role = ${of.role} ${person} AND ${contactStands('contact', of.day)})`;
}
