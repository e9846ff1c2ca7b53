import type { UrgencyCategory } from './region-data.schema';

/** What is wrong with the periods of urgency categories, each as one sentence. */
export function findUrgencyFaults(periods: readonly UrgencyCategory[]): readonly string[] {
  const faults: string[] = [];
  const inOrder = [...periods].sort((a, b) => (a.validFrom < b.validFrom ? -1 : 1));
  const before = new Map<string, UrgencyCategory>();
  for (const period of inOrder) {
    const where = `urgentiecategorie ${period.id} vanaf ${period.validFrom}`;
    if (period.validTo !== null && period.validTo < period.validFrom) {
      faults.push(`${where} eindigt op ${period.validTo}, voordat zij begint`);
    }
    if (period.legalDuty && period.legalBasis === null)
      faults.push(`${where} is een wettelijke plicht zonder grondslag`);
    const earlier = before.get(period.id);
    if (earlier && earlier.name !== period.name) {
      faults.push(`${where} heet "${period.name}", en eerder "${earlier.name}"`);
    }
    if (earlier && (earlier.validTo === null || earlier.validTo >= period.validFrom)) {
      faults.push(`${where} begint voordat de periode vanaf ${earlier.validFrom} is geëindigd`);
    }
    before.set(period.id, period);
  }
  return faults;
}
