import type { MailPreference, StepDelivery } from '../http/answers';
import { countOf } from '../display/format';

export const RHYTHM_WORDS: Readonly<Record<MailPreference['ritme'], string>> = {
  geen: 'Geen mail: ik kijk zelf in Woonplek',
  meteen: 'Meteen, binnen een paar minuten',
  dagelijks: 'Eén mail per dag, op een vast uur',
};

/** "Melding aan 3 mensen (Wooncoördinator): 2 gemaild, 1 wacht". */
export function deliveryWords({ rol, mensen, gemaild, wachtOpMail, mailMislukt, gezien }: StepDelivery): string {
  const parts = [
    gemaild > 0 ? `${gemaild} gemaild` : null,
    wachtOpMail > 0 ? `${wachtOpMail} wacht op mail` : null,
    mailMislukt > 0 ? `${mailMislukt} mail mislukt` : null,
    gezien > 0 ? `${gezien} gelezen` : null,
  ].filter((part) => part !== null);
  const start = `Melding aan ${countOf(mensen, 'mens', 'mensen')} (${rol.naam.toLowerCase()})`;
  return parts.length === 0 ? `${start}, alleen in Woonplek` : `${start}: ${parts.join(', ')}`;
}
