// Checks a receipt off the thread that draws the page.
import { z } from 'zod';
import { checkProof, type ProofFiles, type ProofReport } from './check-proof';

// Zod makes code from text where it may; the security policy of the console does not allow that.
z.config({ jitless: true });

addEventListener('message', ({ data }: MessageEvent<ProofFiles>) => {
  const report: ProofReport = checkProof(data);
  postMessage(report);
});
