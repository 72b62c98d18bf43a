import { FormattedMessage } from "react-intl";
import { useLocale } from "../language/language-provider.tsx";

/** In Arabic, that nobody has reviewed the words beside it yet. */
export function Unreviewed({ isReviewed }: { isReviewed: boolean }) {
  const locale = useLocale();
  if (locale !== "ar" || isReviewed) return null;
  return (
    <span className="small muted">
      <FormattedMessage id="translations.unreviewed" />
      {" · "}
    </span>
  );
}
