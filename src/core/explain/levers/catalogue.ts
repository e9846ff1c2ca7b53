import { complexMixLever } from './complex-mix.lever';
import { draagkrachtLever } from './draagkracht.lever';
import { excludedAreaLever } from './excluded-area.lever';
import { extraHomeLever } from './extra-home.lever';
import { guidanceHoursLever } from './guidance-hours.lever';
import type { Lever } from './lever';
import { ruleExceptionLever } from './rule-exception.lever';
import { spreidingLever } from './spreiding.lever';
import { wijkPaceLever } from './wijk-pace.lever';
import { wishLever } from './wish.lever';

/** Every lever there is, those that ask least of people first. */
export const LEVERS: readonly Lever[] = [
  draagkrachtLever,
  wijkPaceLever,
  spreidingLever,
  complexMixLever,
  guidanceHoursLever,
  ruleExceptionLever,
  extraHomeLever,
  excludedAreaLever,
  wishLever,
];
