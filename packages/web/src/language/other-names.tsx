// A place in the scripts of the register: Arabic, Latin, Tifinagh, each from its own side.
import { FormattedMessage } from "react-intl";
import { Name } from "./figures.tsx";
import { useLocale } from "./language-provider.tsx";
import "./other-names.css";

interface Names {
  readonly fr: string;
  readonly ar: string;
  readonly zgh: string | null;
}

/** The names besides the reader's own; a wording that nobody has reviewed says so. */
export function OtherNames({ name, arReviewed }: { name: Names; arReviewed: boolean }) {
  const locale = useLocale();
  return (
    <span className="other-names small muted">
      {locale === "ar" ? (
        <Name lang="fr">{name.fr}</Name>
      ) : (
        <>
          <Name lang="ar">{name.ar}</Name>
          {!arReviewed && <Unreviewed />}
        </>
      )}
      {name.zgh !== null && (
        <>
          <Name lang="zgh">{name.zgh}</Name>
          <Unreviewed />
        </>
      )}
    </span>
  );
}

function Unreviewed() {
  return (
    <span className="unreviewed">
      <FormattedMessage id="language.unreviewed" />
    </span>
  );
}
