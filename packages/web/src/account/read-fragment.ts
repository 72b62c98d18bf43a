import { useEffect, useState } from "react";

export const isToken = (text: string): boolean => /^[\w-]{43}$/.test(text);

/** The token behind the # of an address, which no server is sent; it leaves the address as soon as it is read. */
function readFragment(): string | null {
  const token = location.hash.slice(1);
  if (!isToken(token)) return null;
  history.replaceState(history.state, "", location.pathname + location.search);
  return token;
}

/**
 * The token with which this window was opened, or another one whose link is pasted into it; null without one, undefined
 * until it has been looked for.
 */
export function useFragment(): string | null | undefined {
  const [token, setToken] = useState<string | null>();
  useEffect(() => {
    const read = () => {
      const found = readFragment();
      setToken((before) => found ?? before ?? null);
    };
    read();
    addEventListener("hashchange", read);
    return () => removeEventListener("hashchange", read);
  }, []);
  return token;
}
