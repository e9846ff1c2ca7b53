import { Alert, Heading2, Paragraph } from '@utrecht/component-library-react';
import type { Client } from '../http/answers';

/** Says above a file that its data may be looked at and not used. */
export function RestrictionBanner({ restriction }: { readonly restriction: Client['beperking'] }) {
  if (restriction === null) return null;
  return (
    <Alert type="warning">
      <div className="wp-stack wp-stack--tight">
        <Heading2>Verwerking beperkt</Heading2>
        <Paragraph>{restriction.tekst}</Paragraph>
        <Paragraph>
          De cliënt doet niet mee met een nieuwe ronde, en een voorstel kan niet verder. U mag de gegevens bekijken. Een
          voorstel afwijzen of intrekken kan ook.
        </Paragraph>
      </div>
    </Alert>
  );
}
