import { afterAll, beforeAll } from '@jest/globals';
import { describeInBrowser } from '../support/chromium';
import { afterKeyJourneys } from './journeys/after-key-journeys';
import { confirmationJourneys } from './journeys/confirmation-journeys';
import { failedMatchJourneys } from './journeys/failed-match-journeys';
import { JourneyStage } from './journeys/journey-stage';
import { keyJourney } from './journeys/key-journey';
import { personalJourneys } from './journeys/personal-journeys';

describeInBrowser('from proposal to key', () => {
  let stage: JourneyStage;

  beforeAll(async () => {
    stage = await JourneyStage.start();
  });
  afterAll(() => stage?.close());

  keyJourney(() => stage);
  confirmationJourneys(() => stage);
  failedMatchJourneys(() => stage);
  afterKeyJourneys(() => stage);
  // The last of these runs a new round, which replaces what is open.
  personalJourneys(() => stage);
});
