import { gone, type ProblemException } from '../../platform/http/problem';

/** 410: what a round was worked out from is gone. Its numbers are still there. */
export function purgedRound(): ProblemException {
  return gone(
    'ronde-vernietigd',
    'De bestanden van deze ronde zijn vernietigd',
    'De bewaartermijn van deze ronde is voorbij. De gegevens, het plan en het bewijs zijn vernietigd; de aantallen staan er nog. Wat is vernietigd en wanneer, staat bij ‘Bewaren en vernietigen’.',
  );
}
