import type { ReactNode } from "react";
import { AreaWords, type WordLoaders } from "../language/area-words.tsx";

const loaders: WordLoaders = {
  fr: () => import("./messages/fr.json"),
  ar: () => import("./messages/ar.json"),
  en: () => import("./messages/en.json"),
};

export function DiagnosisWords({ children }: { children: ReactNode }) {
  return (
    <AreaWords area="diagnosis" loaders={loaders}>
      {children}
    </AreaWords>
  );
}
