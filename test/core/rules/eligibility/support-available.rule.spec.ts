import { anAanbieder } from '../../problem-builder';
import { describeEligibility } from '../rule-cases';

const light = anAanbieder({ id: 'A1', name: 'Licht', maxSupportLevel: 'light' });
const heavy = anAanbieder({ id: 'A2', name: 'Zwaar', maxSupportLevel: 'round-the-clock' });
const elsewhere = anAanbieder({ id: 'A1', name: 'Elders', gemeenteIds: ['GM0118'] });

describeEligibility('support-available', {
  'as much as the aanbieder can give': { problem: { aanbieders: [light] }, outcome: 'holds' },
  'more than the aanbieder can give': {
    problem: { aanbieders: [light] },
    household: { supportLevel: 'intensive' },
    outcome: 'fails',
    says: 'lichte begeleiding',
  },
  'not in this gemeente': { problem: { aanbieders: [elsewhere] }, outcome: 'fails', says: 'geen begeleiding in Assen' },
  'none needed, not in this gemeente': {
    problem: { aanbieders: [elsewhere] },
    household: { supportLevel: 'none' },
    outcome: 'holds',
  },
  'the aanbieder of the home guides, not the own one': {
    problem: { aanbieders: [light, heavy] },
    household: { supportLevel: 'round-the-clock' },
    unit: { aanbiederIds: ['A2'] },
    outcome: 'holds',
    facts: { aanbieder: 'Zwaar' },
  },
  'the own aanbieder guides where it works in the home': {
    problem: { aanbieders: [light, heavy] },
    household: { supportLevel: 'intensive' },
    unit: { aanbiederIds: ['A2', 'A1'] },
    outcome: 'fails',
    facts: { aanbieder: 'Licht' },
  },
});
