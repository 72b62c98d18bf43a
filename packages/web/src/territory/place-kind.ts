import { useIntl } from "react-intl";

interface Kinded {
  readonly kind: string;
  readonly type: string | null;
}

/** «préfecture», «commune rurale»: the type says it where there is one, else the kind. */
export function usePlaceKind() {
  const intl = useIntl();
  return ({ kind, type }: Kinded): string =>
    intl.formatMessage({ id: type === null ? `territory.kind.${kind}` : `territory.type.${type}` });
}
