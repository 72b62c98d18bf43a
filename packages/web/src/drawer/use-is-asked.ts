import { useEffect, useRef } from "react";

/** Brings the part that was asked for into view once, when the drawer opens. */
export function useIsAsked<Place extends HTMLElement>(isAsked: boolean) {
  const place = useRef<Place>(null);
  useEffect(() => {
    if (isAsked) place.current?.scrollIntoView({ block: "nearest" });
  }, [isAsked]);
  return place;
}
