// What still holds, and not for long: said before it stops a signature.
import { FormattedMessage } from "react-intl";
import type { Organisation } from "../api/partners.ts";
import { Day } from "../language/figures.tsx";

type Points = Organisation["verification"]["points"];

export const endingSoon = (points: Points): Points => points.filter(({ endsSoon }) => endsSoon);

export function EndsSoon({ points }: { points: Points }) {
  const ending = endingSoon(points);
  const first = ending
    .map(({ until }) => until ?? "")
    .toSorted()
    .at(0);
  if (!first) return null;
  return (
    <p className="attention">
      <FormattedMessage
        id="verification.endsSoon"
        values={{ count: ending.length, day: <Day value={first} /> }}
      />
    </p>
  );
}
