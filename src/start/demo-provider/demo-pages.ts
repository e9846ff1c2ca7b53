import { ROLE_NAMES } from '../../platform/access/permissions';
import type { DemoPerson } from '../../seed/load-demo-people';

const STYLE = `
  body { font: 1.05rem/1.5 system-ui, sans-serif; max-width: 42rem; margin: 2rem auto; padding: 0 1rem; color: #1b1b1b; background: #fff; }
  h1 { font-size: 1.6rem; line-height: 1.25; }
  .demo { border-inline-start: .4rem solid #b36b00; background: #fff6e5; padding: .5rem 1rem; }
  fieldset { border: 1px solid #6b6b6b; padding: .5rem 1rem; margin: 1.5rem 0; }
  legend { font-weight: bold; }
  .person { display: flex; gap: .75rem; padding: .4rem 0; align-items: baseline; }
  .roles { display: block; color: #4a4a4a; }
  input { inline-size: 1.2rem; block-size: 1.2rem; flex: none; }
  button { font: inherit; padding: .6rem 1.4rem; border: 0; background: #154273; color: #fff; cursor: pointer; min-block-size: 2.75rem; }
  button:focus-visible, input:focus-visible { outline: .2rem solid #b36b00; outline-offset: .15rem; }`;

/** The whole look of the demonstration's pages; no script, and nothing from elsewhere. */
function page(title: string, body: string): string {
  return `<!doctype html>
<html lang="nl">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${title}</title><style>${STYLE}</style></head>
<body><main><h1>${title}</h1>${body}</main></body>
</html>`;
}

/** Who do you want to be? There are no passwords: these people do not exist. */
export function signInPage(address: string, people: readonly DemoPerson[]): string {
  const choices = people.map(({ code, name, roles }, at) => {
    const held = roles.map(({ role, organisation }) => `${ROLE_NAMES[role]}, ${organisation}`).join('; ');
    return `<div class="person"><input type="radio" name="persoon" id="${safe(code)}" value="${safe(code)}" required${at === 0 ? ' checked' : ''}>
<label for="${safe(code)}">${safe(name)} <span class="roles">${safe(held)}</span></label></div>`;
  });
  return page(
    'Aanmelden om Woonplek te proberen',
    `<p class="demo">Deze mensen bestaan niet, en er is geen wachtwoord. Deze aanmelding is er alleen om Woonplek op uw eigen computer te proberen.</p>
<form method="post" action="${safe(address)}">
<fieldset><legend>Wie wilt u zijn?</legend>${choices.join('')}</fieldset>
<div class="person"><input type="checkbox" name="sterk" id="sterk" value="ja" checked>
<label for="sterk">Doe alsof ik ook een code op mijn telefoon heb ingevuld. Dat is nodig voor gegevens van cliënten.</label></div>
<p><button type="submit">Aanmelden</button></p></form>`,
  );
}

/** `form` is the provider's own, with its protection against forged requests. */
export function signOutPage(form: string): string {
  return page(
    'Afmelden',
    `<p>Wilt u zich ook afmelden bij de proefaanmelding?</p>${form}
<p><button type="submit" form="op.logoutForm" value="yes" name="logout" autofocus>Ja, afmelden</button></p>`,
  );
}

export function signedOutPage(): string {
  return page('U bent afgemeld', '<p>U kunt dit venster sluiten.</p>');
}

export function faultPage(text: string): string {
  return page('Aanmelden lukt niet', `<p>${safe(text)}</p><p>Ga terug naar Woonplek en begin opnieuw.</p>`);
}

function safe(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}
