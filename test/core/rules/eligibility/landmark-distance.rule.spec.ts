import { describeEligibility } from '../rule-cases';

const unit = { location: { x: 233_000, y: 556_000 } };
const avoid = (metres: number, until: string | null = null) => ({
  avoidLandmarks: [{ kind: 'user-spot' as const, metres, until }],
});
const mapped = (gemeenteId: string, points = [{ x: 233_300, y: 556_400 }]) => ({
  landmarks: [{ kind: 'user-spot' as const, gemeenteId, points }],
});

describeEligibility('landmark-distance', {
  'nothing agreed': { outcome: 'holds' },
  'exactly far enough': { household: avoid(500), unit, problem: mapped('GM0106'), outcome: 'holds' },
  'a metre too near': { household: avoid(501), unit, problem: mapped('GM0106'), outcome: 'fails' },
  'mapped, and there are none': { household: avoid(900), unit, problem: mapped('GM0106', []), outcome: 'holds' },
  'too near one in the next gemeente': { household: avoid(501), unit, problem: mapped('GM0118'), outcome: 'fails' },
  'only the next gemeente was mapped': {
    household: avoid(500),
    unit,
    problem: mapped('GM0118'),
    outcome: 'unknown',
    says: 'niet ingevuld',
  },
  'another kind was mapped': {
    household: { avoidLandmarks: [{ kind: 'school', metres: 100, until: null }] },
    unit,
    problem: mapped('GM0106'),
    outcome: 'unknown',
  },
  'location not filled in': { household: avoid(500), problem: mapped('GM0106'), outcome: 'unknown', says: 'ligging' },
  'ended the day before the start': {
    household: avoid(501, '2026-09-20'),
    unit,
    problem: mapped('GM0106'),
    outcome: 'holds',
  },
});
