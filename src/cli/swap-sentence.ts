import type { SwapStatement } from '../core/proof/improving-swaps';

/** What was found about small changes of a plan, in one sentence. */
export function swapSentence({ tried, complete, improving }: SwapStatement): string {
  const count = tried.trade + tried.move + tried.fill + tried.replace;
  if (improving !== null) return `Eén verandering maakt het plan beter op niveau ${improving.level}.`;
  const what =
    `${tried.trade} ruilen, ${tried.move} verhuizingen naar een vrije plek, ${tried.fill} plaatsingen op een vrije plek ` +
    `en ${tried.replace} vervangingen`;
  return complete
    ? `Geen van de ${count} kleine veranderingen maakt het plan beter (${what}).`
    : `Geen van de ${count} kleine veranderingen die zijn geprobeerd maakt het plan beter; er was geen tijd voor alle.`;
}
