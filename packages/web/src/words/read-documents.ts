import { queryOptions } from "@tanstack/react-query";
import { api, given } from "../api/client.ts";
import type { Commitment } from "../api/read.ts";

/** The documents in which the words may stand: those of the agreement first, then the others of its space. */
export const documentsOf = (commitment: Commitment) =>
  queryOptions({
    queryKey: ["documents of", commitment.agreement],
    queryFn: async () => {
      const [{ documents }, agreement] = await Promise.all([
        given(api.GET("/api/v1/documents", { params: { query: { space: commitment.space, limit: 200 } } })),
        given(
          api.GET("/api/v1/agreements/{agreement}", {
            params: { path: { agreement: commitment.agreement } },
          }),
        ),
      ]);
      const own = new Set([
        agreement.signedDocumentId,
        ...agreement.history.map(({ documentId }) => documentId),
        ...agreement.amendments.map(({ documentId }) => documentId),
        ...agreement.sources.flatMap(({ readings }) => readings.map((one) => one.document.id)),
      ]);
      return [...documents.filter(({ id }) => own.has(id)), ...documents.filter(({ id }) => !own.has(id))];
    },
  });
