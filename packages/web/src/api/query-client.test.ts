import { onlineManager } from "@tanstack/react-query";
import { afterEach, expect, test } from "vitest";
import { queryClient } from "./query-client.ts";

afterEach(() => {
  onlineManager.setOnline(true);
  queryClient.clear();
});

test("a browser without internet still reads from the server of the house, and tells it what was done", async () => {
  onlineManager.setOnline(false);
  expect(await queryClient.fetchQuery({ queryKey: ["read"], queryFn: async () => "read" })).toBe("read");
  const mutation = queryClient.getMutationCache().build(queryClient, { mutationFn: async () => "done" });
  expect(await mutation.execute(undefined)).toBe("done");
});
