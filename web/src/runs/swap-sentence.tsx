import { formatNumber } from '../display/format';
import type { Run } from '../http/answers';

/** What trying small changes of the plan showed; anybody can follow this without knowing what a bound is. */
export function SwapSentence({ swaps }: { readonly swaps: NonNullable<Run['ruiltoets']> }) {
  const { ruilen, verhuizen, plaatsen, vervangen, volledig, beter } = swaps;
  if (beter) return <p>Er is een kleine verandering gevonden die het plan beter maakt. De tijd was op voor meer.</p>;
  return (
    <p>
      {volledig ? 'Geen' : 'Er was geen tijd voor alle kleine veranderingen, maar geen'} van de{' '}
      {formatNumber(ruilen + verhuizen + plaatsen + vervangen)} geprobeerde veranderingen maakt het plan beter:{' '}
      {formatNumber(ruilen)} keer twee cliënten laten ruilen, {formatNumber(verhuizen)} keer verhuizen naar een plek die
      vrij bleef, {formatNumber(plaatsen)} keer iemand zonder voorstel daar plaatsen en {formatNumber(vervangen)} keer
      een ander in iemands plaats.
    </p>
  );
}
