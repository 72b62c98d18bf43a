import { expect, test } from "vitest";
import { z } from "zod";
import { readInput } from "./act.ts";
import { DomainError, kernelErrors } from "./errors.ts";
import { errorMessage, fieldLabel, messageReference, nameReference } from "./messages.ts";

const inner = messageReference("kernel", "error.file_unknown", { hash: "ab" });

test("a message inside another one's values is said in the reader's language", () => {
  const refusal = kernelErrors.input_invalid({ faults: [inner, "title: too long"] });
  expect(errorMessage("en", refusal)).toBe(
    `The input is not accepted: ${errorMessage("en", kernelErrors.file_unknown({ hash: "ab" }))}; title: too long.`,
  );
  expect(errorMessage("ar", refusal)).toContain(
    errorMessage("ar", kernelErrors.file_unknown({ hash: "ab" })),
  );
});

test("it may stand alone, and hold another one", () => {
  const outer = messageReference("kernel", "error.input_invalid", { faults: [inner] });
  const refusal = kernelErrors.not_allowed({ actor: outer, permission: "p" });
  expect(errorMessage("fr", refusal)).toContain(
    errorMessage("fr", kernelErrors.file_unknown({ hash: "ab" })),
  );
});

test("a name inside a message's values is said as it is called in the reader's language, else by its own", () => {
  const partner = { name: "Textiles Belkamar", nameAr: "نسيج بلقمر" };
  const refusal = kernelErrors.not_allowed({ actor: nameReference(partner), permission: "p" });
  expect(errorMessage("ar", refusal)).toContain("نسيج بلقمر");
  for (const locale of ["fr", "en"] as const)
    expect(errorMessage(locale, refusal)).toContain("Textiles Belkamar");
});

test("a missing right is said by what it is called, and by its code where it has no words", () => {
  const missing = (permission: string) => kernelErrors.not_allowed({ actor: "Salma", permission });
  expect(errorMessage("fr", missing("agreements.read"))).toContain("« lire les conventions »");
  expect(errorMessage("en", missing("agreements.read"))).not.toContain("agreements.read");
  expect(errorMessage("ar", missing("agreements.read"))).not.toContain("agreements.read");
  expect(errorMessage("en", missing("things.record"))).toContain("things.record");
});

test("a field is called as the journal calls it, and by its own name where it has no words", () => {
  expect(fieldLabel("fr", "document.number")).toBe("numéro");
  expect(fieldLabel("en", "changes.0.territoryId")).toBe("territory");
  expect(fieldLabel("en", "passageIds.1")).toBe(fieldLabel("en", "passages"));
  expect(fieldLabel("ar", "brouillon.json")).toBe("brouillon.json");
  const refusal = kernelErrors.text_too_long({ field: "document.number", most: 40 });
  expect(errorMessage("fr", refusal)).toContain("« numéro »");
});

test("an input that is not accepted names each field by what it is called", () => {
  const schema = z.object({ mail: z.email(), territories: z.array(z.object({ territoryId: z.uuid() })) });
  const refused = (input: unknown) => {
    try {
      readInput(schema, input);
    } catch (error) {
      if (error instanceof DomainError) return error;
    }
    throw new Error("it is accepted");
  };
  const said = errorMessage("fr", refused({ mail: "nadia", territories: [{ territoryId: "?" }] }));
  expect(said).toContain("courriel\u00a0: ");
  expect(said).toContain("territoire\u00a0: ");
  expect(said).not.toMatch(/mail:|territoryId|territories/);
  expect(errorMessage("ar", refused({ territories: [] }))).toContain("البريد الإلكتروني: ");
  expect(errorMessage("fr", refused("?"))).not.toContain("input: Invalid");
});
