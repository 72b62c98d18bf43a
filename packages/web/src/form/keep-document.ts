// A file that is given in a form becomes a document of the register: a signed text, a deliberation, a final report.
import type { Sent } from "../api/answers.ts";
import { api, given } from "../api/client.ts";
import { contentOf } from "../intake/open/read-file.ts";

type NewDocument = Sent<"/api/v1/documents">;

/** Keeps the file, or finds the document that keeps it already; gives its id. The words of a scan are not read here. */
export async function keepDocument(
  file: File,
  about: Pick<NewDocument, "space" | "kind" | "title" | "language">,
): Promise<string> {
  const body = { ...about, fileBase64: await contentOf(file), text: "" };
  return (await given(api.POST("/api/v1/documents", { body }))).id;
}
