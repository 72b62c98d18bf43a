// In the words of a source, read beside an agreement: a doubt about that agreement or one of its promises.
import { useQuery } from "@tanstack/react-query";
import { useLocation } from "@tanstack/react-router";
import { agreementCommitments, agreement as agreementQuery } from "../api/read.ts";
import { useVocabulary } from "../api/vocabulary.ts";
import { type DoubtObject, RaiseDoubt } from "./raise-doubt.tsx";

interface DoubtHereProps {
  readonly passage: { readonly id: string; readonly content: string };
}

const addresses = /^\/agreements\/([A-Z0-9-]{3,32})(?:\/commitments\/(\d+))?(?:\/|$)/u;

/** Elsewhere (an event, the list of standings) nothing says what the doubt would be about. */
export function DoubtHere({ passage }: DoubtHereProps) {
  const here = useLocation({ select: ({ pathname }) => pathname });
  const [, reference, number] = addresses.exec(here) ?? [];
  if (reference === undefined) return null;
  return <DoubtAbout reference={reference} number={number} passage={passage} />;
}

function DoubtAbout({
  reference,
  number,
  passage,
}: DoubtHereProps & { reference: string; number?: string | undefined }) {
  const { data: agreement } = useQuery(agreementQuery(reference, {}));
  const { data: promised } = useQuery(agreementCommitments(reference, {}));
  const words = useVocabulary(agreement?.space ?? "real");
  if (!agreement || !promised) return null;
  const promises: DoubtObject[] = promised.commitments.map((one) => ({
    ...{ kind: "commitment", id: one.id },
    words: `${one.reference} · ${one.indicator ? words.indicator(one.indicator.code) : one.wording}`,
  }));
  const whole: DoubtObject = {
    kind: "agreement",
    id: agreement.id,
    words: `${reference} · ${agreement.title}`,
  };
  const here = promised.commitments.findIndex((one) => one.reference === `${reference}/${number}`);
  const first = promises[here];
  const objects = first ? [first, whole, ...promises.toSpliced(here, 1)] : [whole, ...promises];
  return (
    <RaiseDoubt
      key={passage.id}
      space={agreement.space}
      agreement={reference}
      objects={objects}
      passages={[{ id: passage.id, words: passage.content }]}
    />
  );
}
