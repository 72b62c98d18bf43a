// A sentence of this folder in the three languages at once, for a screen whose reader may change her language.
import { type ErrorParams, message } from "../kernel/index.ts";
import type { Told } from "./choices-format.ts";

type Params = Readonly<Record<string, string | number>>;

/** @example tell("why.known_name", { words: "ANAPEC", name: "Agence nationale …" }) */
export function tell(code: string, params: Params = {}): Told {
  const say = (locale: "fr" | "ar" | "en") => message(locale, "drafts", code, params as ErrorParams);
  return { code, params: { ...params }, fr: say("fr"), ar: say("ar"), en: say("en") };
}
