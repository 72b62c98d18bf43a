import { useEffect, useState } from "react";

/** The token behind the # of an address, which no server is sent; it leaves the address as soon as it is read. */
export function readFragment(): string | null {
  const token = location.hash.slice(1);
  if (!/^[\w-]{43}$/.test(token)) return null;
  history.replaceState(history.state, "", location.pathname + location.search);
  return token;
}

/** As `readFragment`; another link that is pasted into the same window is read too. */
export function useFragment(): string | null {
  const [token, setToken] = useState(readFragment);
  useEffect(() => {
    const again = () => setToken((before) => readFragment() ?? before);
    addEventListener("hashchange", again);
    return () => removeEventListener("hashchange", again);
  }, []);
  return token;
}
