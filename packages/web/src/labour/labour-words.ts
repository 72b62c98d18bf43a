// How a rate is written, and whose it is.
import { useCallback } from "react";
import { useIntl } from "react-intl";
import type { LabourFigure } from "../api/places.ts";

/** 21.3 of a hundred as «21.3%». */
export function useRate() {
  const intl = useIntl();
  return useCallback(
    (value: number) => intl.formatNumber(value / 100, { style: "percent", minimumFractionDigits: 1 }),
    [intl],
  );
}

/** Women, men, towns or country; both groups where a figure is of a part of a part. */
export function useGroupWords() {
  const intl = useIntl();
  return ({ sex, milieu }: Pick<LabourFigure, "sex" | "milieu">) =>
    [
      ...(sex === "all" ? [] : [intl.formatMessage({ id: `labour.sex.${sex}` })]),
      ...(milieu === "all" ? [] : [intl.formatMessage({ id: `labour.milieu.${milieu}` })]),
    ].join(" · ") || intl.formatMessage({ id: "labour.everybody" });
}
