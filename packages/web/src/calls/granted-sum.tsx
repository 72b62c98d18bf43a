// What is granted in all, beside the envelope that it has to fit into.
import { FormattedMessage } from "react-intl";
import { Money } from "../language/figures.tsx";

interface GrantedSumProps {
  readonly granted: readonly string[];
  readonly envelope: string;
  readonly currency: string;
}

export function GrantedSum({ granted, envelope, currency }: GrantedSumProps) {
  return (
    <p className="muted">
      <FormattedMessage
        id={granted.length > 0 ? "calls.grantedOf" : "calls.envelopeIs"}
        values={{
          envelope: <Money amount={envelope} currency={currency} />,
          granted: <Money amount={sumOf(granted)} currency={currency} />,
        }}
      />
    </p>
  );
}

/** Decimal texts of one currency, added without rounding. */
function sumOf(amounts: readonly string[]): string {
  const digits = Math.max(0, ...amounts.map((amount) => (amount.split(".")[1] ?? "").length));
  const sum = amounts.reduce((all, amount) => {
    const [whole = "0", rest = ""] = amount.split(".");
    return all + BigInt(whole + rest.padEnd(digits, "0"));
  }, 0n);
  const text = sum.toString().padStart(digits + 1, "0");
  return digits === 0 ? text : `${text.slice(0, -digits)}.${text.slice(-digits)}`;
}
