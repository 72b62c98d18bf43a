// A paper behind what is recorded: one that the register keeps already, or a file that is given now.
import { useQuery } from "@tanstack/react-query";
import { type ReactNode, useState } from "react";
import { FormattedMessage } from "react-intl";
import { may, me } from "../api/account.ts";
import type { Sent } from "../api/answers.ts";
import { api, given } from "../api/client.ts";
import { useLocale } from "../language/language-provider.tsx";
import { FileField } from "../partner/file-field.tsx";
import { AskChoice } from "./asked.tsx";
import { keepDocument } from "./keep-document.ts";
import type { FormState } from "./use-form.ts";

type NewDocument = Sent<"/api/v1/documents">;

export interface GivenDocument {
  readonly file: File | null;
  readonly setFile: (file: File | null) => void;
  /** The id of the document that is chosen, or of the file once it is kept; null when there is none. */
  readonly idOf: (chosen: string, title: string) => Promise<string | null>;
}

export function useGivenDocument(space: NewDocument["space"], kind: NewDocument["kind"]): GivenDocument {
  const language = useLocale();
  const [file, setFile] = useState<File | null>(null);
  return {
    file,
    setFile,
    idOf: async (chosen, title) => {
      if (file !== null) return keepDocument(file, { space, kind, title, language });
      return chosen === "" ? null : chosen;
    },
  };
}

interface AskDocumentProps<Name extends string> {
  readonly form: FormState<Name>;
  readonly name: Name;
  readonly space: NewDocument["space"];
  readonly kind: NewDocument["kind"];
  readonly given: GivenDocument;
  readonly label: ReactNode;
  readonly why?: ReactNode;
  readonly isNeeded?: boolean;
}

export function AskDocument<Name extends string>(props: AskDocumentProps<Name>) {
  const { form, name, space, kind, given: chosen, label, why, isNeeded = false } = props;
  const { data: who } = useQuery(me());
  const { data } = useQuery({
    queryKey: ["documents", space, kind],
    queryFn: () => given(api.GET("/api/v1/documents", { params: { query: { space, kind, limit: 200 } } })),
  });
  return (
    <>
      <AskChoice
        form={form}
        name={name}
        isNeeded={isNeeded && chosen.file === null}
        label={label}
        why={why}
        options={(data?.documents ?? []).map(({ id, title }) => ({ value: id, words: title }))}
      />
      {may(who, "sources.record") && (
        <FileField
          label={<FormattedMessage id="form.orFile" />}
          accepted=".pdf,.jpg,.jpeg,.png,.webp,.tif,.tiff,.docx,.xlsx"
          file={chosen.file}
          onFile={chosen.setFile}
        />
      )}
    </>
  );
}
