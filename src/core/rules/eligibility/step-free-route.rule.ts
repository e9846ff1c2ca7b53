// Who cannot climb stairs to the front door gets a home on the ground floor or with a lift. Accessibility inside is another rule.
import { neededFeatureRule } from '../needed-feature';

export const stepFreeRouteRule = neededFeatureRule({
  id: 'step-free-route',
  title: { nl: 'Begane grond of lift', en: 'Ground floor or lift' },
  sentence: {
    nl: 'Wie geen trap naar de voordeur kan lopen, krijgt een woonplek op de begane grond of met een lift.',
    en: 'Who cannot climb stairs to the front door gets a home on the ground floor or with a lift.',
  },
  source: 'S1 actielijn 5 (toegankelijk voor mensen met een beperking); praktijk van corporaties',
  need: 'no-stairs-to-the-door',
  features: ['ground-floor', 'lift'],
  needed: { nl: 'geen trap naar de voordeur', en: 'no stairs to the front door' },
});
