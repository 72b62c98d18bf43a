// The inputs of the acts and queries about published editions; no edition has left this world.
import type { Input } from "./about-a-file.ts";

const space = "simulated";
const edition: Input = () => ({ number: 999 });

export const inputs: Readonly<Record<string, Input>> = {
  "publishing.publish": () => ({ space }),
  "publishing.preview": () => ({ space }),
  "publishing.progress": () => ({ watch: "00000000-0000-4000-8000-000000000001" }),
  "publishing.note": () => ({ number: 999, text: { fr: "texte", ar: "نص", en: "text" } }),
  "publishing.comment": ({ commitment, company: organisation }) => ({
    ...{ commitment, organisation, text: "Les contrats sont en cours.", language: "fr" },
  }),
  "publishing.editions": () => ({}),
  "publishing.edition": edition,
  "publishing.promises": edition,
  "publishing.content": edition,
  "publishing.edition_agreement": (file) => ({ number: 999, agreement: file.reference }),
};
