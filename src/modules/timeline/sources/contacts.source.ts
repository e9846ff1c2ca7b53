import { In, type EntityManager } from 'typeorm';
import { progressReasons } from '../../../core/review/case-reasons';
import { offerChannels, offerContactKinds } from '../../../core/review/offer-contacts';
import { refusalConsequences } from '../../../core/review/refusal-policy';
import { rejectionReason } from '../../../core/review/rejection-reasons';
import { dateInWords } from '../../../core/time/date-in-words';
import { CaseProgressEntity } from '../../../database/entities/case-progress.entity';
import { OfferContactEntity } from '../../../database/entities/offer-contact.entity';
import { OfferRefusalEntity } from '../../../database/entities/offer-refusal.entity';
import {
  about,
  byAccount,
  type TimelineEntry,
  timelineEntry,
  type TimelineProposal,
  type TimelineScope,
} from '../timeline-entry';

type ProposalOf = (id: string) => TimelineProposal;

const joined = (...parts: readonly (string | null | false)[]): string | null =>
  parts.filter((part) => typeof part === 'string').join(' ') || null;
const reasonWords = (code: string | null): string | null => code && (rejectionReason(code)?.nl ?? code);

/** What was said between the region and a client about an offer, what was thought of a refusal, and how a case goes. */
export async function contacts(manager: EntityManager, { proposals }: TimelineScope): Promise<TimelineEntry[]> {
  const byId = new Map(proposals.map((proposal) => [proposal.id, proposal]));
  const where = { proposalId: In([...byId.keys()]) };
  const of: ProposalOf = (id) => byId.get(id)!;
  const said = await manager.find(OfferContactEntity, { where });
  const refusals = await manager.find(OfferRefusalEntity, { where });
  const progress = await manager.find(CaseProgressEntity, { where });
  return [
    ...said.map((contact) => contactEntry(contact, of)),
    ...refusals.flatMap((refusal) => judgementEntry(refusal, of)),
    ...progress.map((each) => progressEntry(each, of)),
  ];
}

function contactEntry(contact: OfferContactEntity, of: ProposalOf): TimelineEntry {
  const { id, at, kind, channel, onDay, side, representative, evidence, note, reasonCode, proposalId } = contact;
  const how = offerChannels.named(channel).naam.toLowerCase();
  const isAnswer = kind === 'accepted' || kind === 'refused';
  return timelineEntry({
    ...{ id: `contact/${id}`, at, kind: 'contact', ...about(of(proposalId)) },
    ...{ actor: contact.actor, actorRole: contact.actorRole, actorOrganisationId: contact.actorOrganisationId },
    what: `${offerContactKinds.named(kind).naam}, ${how}, op ${dateInWords(onDay).nl}`,
    onBehalfOf: side === 'representative' ? `de cliënt, door ${representative}` : isAnswer ? 'de cliënt' : null,
    reason: reasonWords(reasonCode),
    note: joined(note, evidence !== null && `Bewijs: ${evidence}`),
  });
}

function judgementEntry(refusal: OfferRefusalEntity, of: ProposalOf): TimelineEntry[] {
  const { id, judgedAt, judgedBy, judgedNote, suitable, consequence, parkedUntil, proposalId } = refusal;
  if (judgedAt === null) return [];
  const until = parkedUntil === null ? '' : `, tot en met ${dateInWords(parkedUntil).nl}`;
  const follows = consequence === null ? '' : `. Gevolg: ${refusalConsequences.named(consequence).naam}${until}`;
  return [
    timelineEntry({
      ...{ id: `oordeel/${id}`, at: judgedAt, kind: 'step', ...about(of(proposalId)), ...byAccount(judgedBy) },
      what: `Weigering beoordeeld: de woning was ${suitable ? '' : 'niet '}passend${follows}`,
      reason: reasonWords(refusal.reasonCode),
      note: judgedNote,
    }),
  ];
}

function progressEntry(progress: CaseProgressEntity, of: ProposalOf): TimelineEntry {
  const { id, createdAt, createdBy, isInvolved, reasonCode, lastSeenOn, note, proposalId } = progress;
  const seen = lastSeenOn === null ? '' : `, laatst gezien op ${dateInWords(lastSeenOn).nl}`;
  return timelineEntry({
    ...{ id: `voortgang/${id}`, at: createdAt, kind: 'note', ...about(of(proposalId)), ...byAccount(createdBy) },
    what: `Voortgang: ${isInvolved ? 'er is contact met de cliënt' : 'er is geen contact met de cliënt'}${seen}`,
    reason: progressReasons.named(reasonCode).naam,
    note,
  });
}
