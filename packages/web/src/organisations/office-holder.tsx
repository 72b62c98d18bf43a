import { Name, Period } from "../language/figures.tsx";
import type { Organisation } from "./read-organisation.ts";

/** Who holds an office, which one, and from when until when. */
export function OfficeHolder({ of }: { of: Organisation["officeHolders"][number] }) {
  return (
    <>
      {of.name && (
        <>
          <Name>{of.name}</Name>
          {" · "}
        </>
      )}
      <Name>{of.function}</Name>
      {(of.from || of.to) && (
        <span className="small muted">
          {" · "}
          <Period from={of.from} to={of.to} />
        </span>
      )}
    </>
  );
}
