import { useIntl } from "react-intl";

interface WorthProps {
  readonly of: { readonly from: string; readonly to: string; readonly rate: string };
}

/** «1 TND = 3,4127 MAD», with every digit that was published. */
export function Worth({ of: { from, to, rate } }: WorthProps) {
  const intl = useIntl();
  const places = rate.split(".")[1]?.length ?? 0;
  const written = intl.formatNumber(rate as Intl.StringNumericLiteral as unknown as number, {
    minimumFractionDigits: places,
    maximumFractionDigits: places,
  });
  return (
    <bdi className="nowrap" dir="ltr">
      1 {from} = {written} {to}
    </bdi>
  );
}
