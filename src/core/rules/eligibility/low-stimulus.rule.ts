// Who needs few stimuli gets a home that is low in stimuli. The reason is not part of the facts.
import { neededFeatureRule } from '../needed-feature';

export const lowStimulusRule = neededFeatureRule({
  id: 'low-stimulus',
  title: { nl: 'Prikkelarm', en: 'Low in stimuli' },
  sentence: {
    nl: 'Wie een prikkelarme woonplek nodig heeft, krijgt er een die prikkelarm is.',
    en: 'Who needs a home low in stimuli gets one that is.',
  },
  source: 'S1 actielijn 2 en 3 (passende woonvorm); functionele behoefte, nooit een diagnose (AVG artikel 9)',
  need: 'low-stimulus',
  features: ['low-stimulus'],
  needed: { nl: 'een prikkelarme woonplek', en: 'a home low in stimuli' },
});
