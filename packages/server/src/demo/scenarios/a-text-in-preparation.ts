// A text that is being written: its figures are proposed, two versions are frozen, the director asks about a passage; later
// the templates have a second version, which the text may take.
import {
  answerComment,
  choose,
  commentText,
  firstBook,
  freeze,
  loadTemplate,
  proposeTarget,
} from "@iltizam/core/drafting";
import { together } from "@iltizam/core/kernel";
import type { Story } from "../story.ts";

/** Promised and told in `before-signature.ts`. */
const agreement = "R90-2026-05";

export function aTextInPreparation(story: Story): void {
  const kept = { comment: "" };
  story.on("2026-06-01", "officer", (ctx) =>
    together(ctx, "drafting.freeze", async (inside) => {
      await choose(inside, {
        ...{ agreement, revision: 0, template: "company" },
        optional: ["conflict_of_interest", "confidentiality"],
      });
      await proposeTarget(inside, { commitment: `${agreement}/1`, quantity: 300 });
      await proposeTarget(inside, { commitment: `${agreement}/2`, quantity: 320 });
      await freeze(inside, { agreement, note: "première rédaction" });
    }),
  );
  story.on("2026-06-04", "director", async (ctx) => {
    const passage = { clause: "commitments", quote: "au plus tard le 31 août 2029" };
    const said = { comment: "Trois rentrées suffisent-elles ? Demander au partenaire." };
    const { comment } = await commentText(ctx, {
      agreement,
      version: 1,
      language: "fr",
      ...passage,
      ...said,
    });
    kept.comment = comment;
  });
  story.on("2026-06-09", "officer", (ctx) =>
    together(ctx, "drafting.freeze", async (inside) => {
      const reason = "Le partenaire ouvre une clinique de moins.";
      await proposeTarget(inside, { commitment: `${agreement}/1`, quantity: 260, reason });
      await answerComment(inside, {
        comment: kept.comment,
        answer: "Le partenaire confirme la date.",
        settled: true,
      });
      await freeze(inside, { agreement, note: "après la réunion du 8 juin" });
    }),
  );
  story.on("2026-06-15", "director", (ctx) =>
    loadTemplate(ctx, {
      space: "simulated",
      content: laterBook(),
      reason: "La confidentialité dit combien de temps elle dure (simulé).",
    }),
  );
}

/** The templates as they are, with one sentence more under «Confidentiality». */
function laterBook() {
  const { version: _, hash: __, ...first } = firstBook;
  return {
    ...{ ...first, date: "2027-01-01" },
    fr: withMore("fr", "Cette obligation dure deux ans après la fin de la Convention."),
    ar: withMore("ar", "يستمر هذا الالتزام سنتين بعد انتهاء الاتفاقية."),
  };
}

function withMore(language: "fr" | "ar", sentence: string) {
  const { clauses, ...rest } = firstBook[language];
  const confidentiality = clauses.confidentiality;
  if (confidentiality === undefined) throw new Error("the templates have no clause on confidentiality");
  const longer = { ...confidentiality, text: [...confidentiality.text, sentence] };
  return { ...rest, clauses: { ...clauses, confidentiality: longer } };
}
