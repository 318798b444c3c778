// The token comes in the address' fragment, which no server sees, and stays in this tab.

const KEY = 'signalbox-token';

/** Takes the token out of the address, so that it is in no bookmark and on no screenshot. */
export function takeToken(): void {
  const found = /^#token=([0-9a-f]{64})$/.exec(location.hash);
  if (found?.[1] !== undefined) {
    sessionStorage.setItem(KEY, found[1]);
    history.replaceState(null, '', location.pathname + '#/');
  }
}

/** Empty where this tab has none. */
export function token(): string {
  return sessionStorage.getItem(KEY) ?? '';
}
