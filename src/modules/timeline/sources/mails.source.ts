import type { EntityManager } from 'typeorm';
import type { StepDeliveryService, ToldStep } from '../../notifications/step-delivery.service';
import { about, type TimelineEntry, timelineEntry, type TimelineScope } from '../timeline-entry';

/** Who was told of each step, by role and in numbers, and how far the mail about it got. Never an address or a name. */
export async function mails(
  deliveries: StepDeliveryService,
  manager: EntityManager,
  { regionId, proposals }: TimelineScope,
): Promise<TimelineEntry[]> {
  const byId = new Map(proposals.map((proposal) => [proposal.id, proposal]));
  const told = await deliveries.ofProposals(manager, regionId, [...byId.keys()]);
  return told.map((step) =>
    timelineEntry({
      ...{ id: `melding/${step.eventId}/${step.told.rol.code}`, at: step.at, kind: 'mail', what: words(step) },
      ...about(byId.get(step.proposalId)!),
    }),
  );
}

function words({ told: { rol, mensen, gemaild, wachtOpMail, mailMislukt, gezien } }: ToldStep): string {
  const parts = [
    gemaild > 0 ? `${gemaild} gemaild` : null,
    wachtOpMail > 0 ? `${wachtOpMail} wacht op mail` : null,
    mailMislukt > 0 ? `${mailMislukt} mail niet bezorgd` : null,
    gezien > 0 ? `${gezien} gelezen` : null,
  ].filter((part) => part !== null);
  const start = `Melding aan ${mensen} ${mensen === 1 ? 'mens' : 'mensen'} (${rol.naam.toLowerCase()})`;
  return parts.length === 0 ? `${start}, alleen in Woonplek` : `${start}: ${parts.join(', ')}`;
}
