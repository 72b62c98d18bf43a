// The API names a screen by its address; space and language of the reader go with it.
import { useRouter, useSearch } from "@tanstack/react-router";
import type { MouseEvent, ReactNode } from "react";

export function PlaceLink({ place, children }: { place: string; children: ReactNode }) {
  const { history } = useRouter();
  const { space, lang } = useSearch({ from: "__root__" });
  const kept = new URLSearchParams({ ...(space && { space }), ...(lang && { lang }) }).toString();
  const [path = "", part] = place.split("#");
  const asked = kept === "" ? path : `${path}${path.includes("?") ? "&" : "?"}${kept}`;
  const href = part === undefined ? asked : `${asked}#${part}`;
  const follow = (event: MouseEvent) => {
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.button !== 0) return;
    event.preventDefault();
    history.push(href);
  };
  return (
    <a href={href} onClick={follow}>
      {children}
    </a>
  );
}
