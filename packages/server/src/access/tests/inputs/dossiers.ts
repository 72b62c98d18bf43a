import { and, day, document, type Input, nothing, reason, space } from "./about-a-file.ts";

const request: Input = () => ({ number: "D-2026-9999" });

export const inputs: Readonly<Record<string, Input>> = {
  "dossiers.look_up": () => ({ space, document }),
  "dossiers.receive_request": () => ({
    ...{ space, kind: "access", language: "ar", channel: "counter", text: "ما تحتفظون به عني" },
  }),
  "dossiers.requests": () => ({ space }),
  "dossiers.request": request,
  "dossiers.identify_requester": and(request, { document }),
  "dossiers.decide_request": and(request, { decision: "refused", reason }),
  "dossiers.complete_request": request,
  "dossiers.copy_held": request,
  "dossiers.due": nothing,
  "dossiers.deadlines": nothing,
  "dossiers.set_deadline": () => ({ kind: "access", days: 20, from: day, source: "décision" }),
  "dossiers.decide_deletion": () => ({
    ...{ items: [{ kind: "request", object: "D-2026-9999" }], decision: "delete", reason },
  }),
};
