/** The token behind the # of an address, which no server is sent; it leaves the address as soon as it is read. */
export function readFragment(): string | null {
  const token = location.hash.slice(1);
  if (!/^[\w-]{43}$/.test(token)) return null;
  history.replaceState(history.state, "", location.pathname + location.search);
  return token;
}
