import { queryOptions } from "@tanstack/react-query";
import { api, given } from "../api/client.ts";
import type { Space } from "../app/address.ts";

/** The documents in which words may stand: those of the agreement first, then the others of its space. */
export const documentsOf = (space: Space, agreement: string | null) =>
  queryOptions({
    queryKey: ["documents of", space, agreement],
    queryFn: async () => {
      const [{ documents }, own] = await Promise.all([
        given(api.GET("/api/v1/documents", { params: { query: { space, limit: 200 } } })),
        ownDocuments(agreement),
      ]);
      return [...documents.filter(({ id }) => own.has(id)), ...documents.filter(({ id }) => !own.has(id))];
    },
  });

async function ownDocuments(reference: string | null): Promise<ReadonlySet<string | null>> {
  if (reference === null) return new Set();
  const agreement = await given(
    api.GET("/api/v1/agreements/{agreement}", { params: { path: { agreement: reference } } }),
  );
  return new Set([
    agreement.signedDocumentId,
    ...agreement.history.map(({ documentId }) => documentId),
    ...agreement.amendments.map(({ documentId }) => documentId),
    ...agreement.sources.flatMap(({ readings }) => readings.map((one) => one.document.id)),
  ]);
}
