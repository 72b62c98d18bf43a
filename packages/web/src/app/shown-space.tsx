// Which space the screen shows: the one that the address asks for, or the one to which the opened object belongs.
import { createContext, type ReactNode, use, useEffect, useMemo, useState } from "react";
import { FormattedMessage, useIntl } from "react-intl";
import type { Space } from "./address.ts";

interface Shown {
  readonly space: Space;
  readonly belongsTo: (space: Space | null) => void;
}

const ShownContext = createContext<Shown>({ space: "real", belongsTo: () => undefined });

export const useShownSpace = (): Space => use(ShownContext).space;

/** Tells the frame to which space the object on the screen belongs. */
export function useBelongsTo(space: Space | undefined): void {
  const { belongsTo } = use(ShownContext);
  useEffect(() => {
    belongsTo(space ?? null);
    return () => belongsTo(null);
  }, [space, belongsTo]);
}

export function ShownSpace({ asked, children }: { asked: Space; children: ReactNode }) {
  const [own, belongsTo] = useState<Space | null>(null);
  const intl = useIntl();
  const space = own ?? asked;
  const shown = useMemo(() => ({ space, belongsTo }), [space]);
  useEffect(() => {
    document.documentElement.dataset.space = space;
  }, [space]);
  return (
    <ShownContext value={shown}>
      {space === "simulated" && (
        <aside className="simulated-mark" aria-label={intl.formatMessage({ id: "shell.simulated" })}>
          <FormattedMessage id="shell.simulatedMark" />
        </aside>
      )}
      {children}
    </ShownContext>
  );
}
