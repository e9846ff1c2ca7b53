import { Link, type LinkProps } from '@tanstack/react-router';

export interface Crumb {
  readonly label: string;
  readonly to: LinkProps['to'];
  readonly params?: Readonly<Record<string, string>>;
}

export function Breadcrumbs({ crumbs, current }: { readonly crumbs: readonly Crumb[]; readonly current: string }) {
  const all: readonly Crumb[] = [{ label: 'Overzicht', to: '/' }, ...crumbs];
  return (
    <nav aria-label="Kruimelpad">
      <ol className="wp-crumbs">
        {all.map((crumb) => (
          <li key={crumb.label}>
            <Link className="utrecht-link" to={crumb.to} params={crumb.params as never}>
              {crumb.label}
            </Link>
          </li>
        ))}
        <li aria-current="page">{current}</li>
      </ol>
    </nav>
  );
}
