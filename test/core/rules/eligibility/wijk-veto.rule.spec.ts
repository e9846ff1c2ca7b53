import { aWijk } from '../../problem-builder';
import { describeEligibility } from '../rule-cases';

const closed = (until: string, minDraaglast = 2) => ({
  wijken: [aWijk({ vetoes: [{ by: 'wijkregisseur Oost', reason: 'incident', minDraaglast, until }] })],
});

describeEligibility('wijk-veto', {
  'not closed': { outcome: 'holds' },
  'closed until the planned start': {
    household: { draaglast: 2 },
    problem: closed('2026-09-21'),
    outcome: 'fails',
    says: 'wijkregisseur Oost',
  },
  'closed until the day before': { household: { draaglast: 2 }, problem: closed('2026-09-20'), outcome: 'holds' },
  'a lighter household may': { household: { draaglast: 1 }, problem: closed('2026-12-31'), outcome: 'holds' },
  'closed to all': { household: { draaglast: 0 }, problem: closed('2026-12-31', 0), outcome: 'fails' },
  'the latest end counts': {
    household: { draaglast: 3 },
    problem: {
      wijken: [
        aWijk({
          vetoes: [
            { by: 'A', reason: 'x', minDraaglast: 0, until: '2026-10-01' },
            { by: 'B', reason: 'y', minDraaglast: 0, until: '2026-12-01' },
          ],
        }),
      ],
    },
    outcome: 'fails',
    facts: { by: 'B', until: '2026-12-01' },
  },
});
