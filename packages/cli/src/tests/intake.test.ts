import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { checkDraft, type Draft } from "@iltizam/intake";
import { afterAll, afterEach, beforeAll, expect, test, vi } from "vitest";
import { command } from "../commands/intake.ts";

const text =
  "L’ANAPEC et Exemple SARL ont signé vendredi une convention visant le recrutement de 300 jeunes.";
let folder = "";

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "intake-"));
  writeFileSync(join(folder, "fr.txt"), text);
  writeFileSync(join(folder, "none.md"), "Le ministère a publié un rapport.");
  writeFileSync(join(folder, "scan.odt"), "x");
});
afterAll(() => rmSync(folder, { recursive: true }));
afterEach(() => vi.unstubAllEnvs());

async function intake(locale: string, ...args: string[]) {
  vi.stubEnv("LC_ALL", locale);
  const [out, err]: string[][] = [[], []];
  const io = {
    out: (line: string) => void out?.push(line),
    err: (line: string) => void err?.push(line),
    terminal: false,
    columns: 120,
  };
  const code = await command.run(args, io);
  return { code, out: out?.join("\n") ?? "", err: err?.join("\n") ?? "" };
}
const at = (name: string) => join(folder, name);

test("--json prints the one draft, which is clean", async () => {
  const { code, out, err } = await intake("fr", at("fr.txt"), "--json", "--published-on", "2019-03");
  const draft = JSON.parse(out) as Draft;
  expect({ code, err }).toEqual({ code: 0, err: "" });
  expect(draft.source).toMatchObject({ file: "fr.txt", text, publishedOn: null });
  expect(draft.instruments).toHaveLength(1);
  expect(checkDraft(draft)).toEqual([]);
});

test("several files are an array in their order; one that cannot be read is said in its place", async () => {
  const files = ["fr.txt", "scan.odt", "gone.txt", "", "none.md"].map(at);
  const { code, out } = await intake("fr", ...files, "--json");
  const outcomes = JSON.parse(out) as (Partial<Draft> & { file?: string; error?: string })[];
  expect(code).toBe(2);
  expect(outcomes.map((one) => one.source?.file ?? one.file)).toEqual([
    "fr.txt",
    at("scan.odt"),
    at("gone.txt"),
    at(""),
    "none.md",
  ]);
  expect(outcomes.slice(1, 4).map((one) => Object.keys(one))).toEqual(Array(3).fill(["file", "error"]));
  expect(outcomes[1]?.error).toContain("sont acceptés les fichiers dont le nom se termine par .txt, .md");
  expect(outcomes[2]?.error).toMatch(/^Il n’y a pas de fichier/);
  expect(outcomes[3]?.error).toContain("est un dossier");
  expect(outcomes[4]?.instruments).toEqual([]);
});

test("the one file that cannot be read is one document", async () => {
  const { code, out } = await intake("en", at("gone.txt"), "--json");
  expect({ code, said: JSON.parse(out) }).toEqual({
    code: 2,
    said: { file: at("gone.txt"), error: `There is no file “${at("gone.txt")}”; check its name and folder.` },
  });
});

test("without --json a table in the terminal's language shows each value with its passage", async () => {
  const french = await intake("fr_MA.UTF-8", at("fr.txt"));
  expect(french.code).toBe(0);
  expect(french.out).toMatch(
    /Conventions\n[\s\S]*convention de[\s\S]*vendredi[\s\S]*Parties\n[\s\S]*Exemple SARL[\s\S]*Cibles\n[\s\S]*300/,
  );
  expect(french.out).toMatch(/│ 300 jeunes +│/);
  expect((await intake("ar_MA.UTF-8", at("fr.txt"))).out).toMatch(
    /الاتفاقيات\n[\s\S]*الأطراف\n[\s\S]*الأهداف المرقمة\n/,
  );
  expect((await intake("en_GB.UTF-8", at("none.md"))).out).toContain("No agreement is signed or planned");
});

test("what cannot be read is said beside the tables of the others", async () => {
  const { code, out, err } = await intake("en", at("scan.odt"), at("fr.txt"));
  expect(code).toBe(2);
  expect(out).toContain("fr.txt (fr)");
  expect(err).toContain("is of a kind that is not read");
});

test("no file, or a date that is none, is bad use", async () => {
  await expect(intake("en")).rejects.toMatchObject({ name: "BadUse" });
  await expect(intake("en", at("fr.txt"), "--published-on", "hier")).rejects.toMatchObject({
    code: "reading.day_unreadable",
  });
});
