import { useQueryClient } from "@tanstack/react-query";

/** What is asked of every form here: when it is saved it is empty again, and everything is read anew. */
export function useAfter() {
  const client = useQueryClient();
  return (form: { readonly startAgain: () => void }) => {
    form.startAgain();
    void client.invalidateQueries();
  };
}
