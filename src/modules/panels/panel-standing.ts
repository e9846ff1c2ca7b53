import { PANEL_STATES } from '../../core/review/case-panels';
import type { PanelMeetingEntity } from '../../database/entities/panel-meeting.entity';

/** How a meeting stands: where its minutes are, or that it was called off before there were any. */
export const PANEL_STANDINGS = [...PANEL_STATES, 'afgelast'] as const;
export type PanelStanding = (typeof PANEL_STANDINGS)[number];

export function standingOf({ state, cancelledAt }: PanelMeetingEntity): PanelStanding {
  return cancelledAt === null ? state : 'afgelast';
}
