// Signs in at the demonstration provider as the coordinator, and returns what each request then needs.
export async function signIn(woonplek) {
  const cookies = new Map();
  async function visit(address, form) {
    const response = await fetch(address, {
      method: form ? 'POST' : 'GET',
      body: form && new URLSearchParams(form),
      redirect: 'manual',
      headers: { Cookie: [...cookies].map((pair) => pair.join('=')).join('; ') },
    });
    for (const line of response.headers.getSetCookie()) {
      const [, name, value] = /^([^=]+)=([^;]*)/.exec(line);
      cookies.set(name, value);
    }
    const next = response.headers.get('location');
    return next === null ? undefined : new URL(next, address).href;
  }
  async function follow(start, until) {
    let address = start;
    while (!until(address)) {
      const next = await visit(address);
      if (next === undefined) throw new Error(`Signing in stops at ${new URL(address).pathname}`);
      address = next;
    }
    return address;
  }
  const choice = await follow(`${woonplek}/aanmelden`, (address) => address.includes('/kies/'));
  const chosen = await visit(choice, { persoon: 'anouk', sterk: 'ja' });
  await follow(chosen, (address) => address === `${woonplek}/`);
  return { Cookie: `woonplek-sessie=${cookies.get('woonplek-sessie')}`, 'Woonplek-Verzoek': '1' };
}
