import { Link, type LinkProps } from '@tanstack/react-router';

export interface Crumb {
  readonly label: string;
  readonly to: LinkProps['to'];
  readonly params?: Readonly<Record<string, string>>;
}

export function Breadcrumbs({ crumbs }: { readonly crumbs: readonly Crumb[] }) {
  const all: readonly Crumb[] = [{ label: 'Overzicht', to: '/' }, ...crumbs];
  return (
    <nav className="utrecht-breadcrumb-nav" aria-label="Kruimelpad">
      <ol className="utrecht-breadcrumb-nav__list wp-crumbs">
        {all.map((crumb) => (
          <li className="utrecht-breadcrumb-nav__item" key={crumb.label}>
            <Link className="utrecht-link" to={crumb.to} params={crumb.params as never}>
              {crumb.label}
            </Link>
          </li>
        ))}
      </ol>
    </nav>
  );
}
