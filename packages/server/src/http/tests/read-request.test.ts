import type { FastifyRequest } from "fastify";
import { expect, test } from "vitest";
import { z } from "zod";
import { inputReader } from "../read-request.ts";

const read = inputReader(z.object({ value: z.json() }), false);
const nested = (depth: number) => JSON.parse(`${"[".repeat(depth)}1${"]".repeat(depth)}`) as unknown;
const asked = (value: unknown) =>
  read({ params: {}, query: {}, body: { value } } as unknown as FastifyRequest);

test("what is nested as deeply as anything here is read", () => {
  expect(asked(nested(40))).toEqual({ value: nested(40) });
});

test.each([41, 10_000, 100_000])(
  "%i levels are refused with a sentence, not by breaking on them",
  (depth) => {
    expect(() => asked(nested(depth))).toThrow("http.nested_too_deeply");
  },
);
