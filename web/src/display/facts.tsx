import { Fragment, type ReactNode } from 'react';

export type Fact = readonly [name: string, value: ReactNode];

/** Names with their values. A value that is null or undefined is left out. */
export function Facts({ facts, stacked = false }: { readonly facts: readonly Fact[]; readonly stacked?: boolean }) {
  const shown = facts.filter(([, value]) => value !== null && value !== undefined);
  return (
    <dl className={stacked ? 'wp-facts wp-facts--stacked' : 'wp-facts'}>
      {shown.map(([name, value]) => (
        <Fragment key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </Fragment>
      ))}
    </dl>
  );
}
