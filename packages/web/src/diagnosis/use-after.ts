import { useQueryClient } from "@tanstack/react-query";

/** When something of a diagnosis is written, it is read anew wherever it is shown. */
export function useReadAnew(reference: string) {
  const client = useQueryClient();
  return () =>
    Promise.all([
      client.invalidateQueries({ queryKey: ["diagnosis", reference] }),
      client.invalidateQueries({ queryKey: ["diagnoses"] }),
      client.invalidateQueries({ queryKey: ["diagnoses of"] }),
      client.invalidateQueries({ queryKey: ["work"] }),
    ]);
}
