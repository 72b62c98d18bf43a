// The focal point's five minutes, from the mail to the declaration with its evidence (US-19).
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { addFocalPoint } from "@iltizam/core/organisations";
import { askDeclaration } from "@iltizam/core/requests";
import { declarationsOfCommitment } from "@iltizam/core/results";
import { makeSmallWorld, type SmallWorld } from "@iltizam/testkit/ledger";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { createServer, type RunningServer } from "../../http/index.ts";
import { browserOn, codeOf } from "../../http/tests/installation.ts";
import { mailerOf } from "../index.ts";
import { openMailServer } from "./mail-server.ts";

// A long transaction of another database of this server holds up what is sealed and sent: the tests wait for it.
const patience = 120_000;

const dataDir = mkdtempSync(join(tmpdir(), "iltizam-link-"));
let post: Awaited<ReturnType<typeof openMailServer>>;
let world: SmallWorld;
let server: RunningServer;
beforeAll(async () => {
  post = await openMailServer();
  world = await makeSmallWorld(join(dataDir, "files"));
  await world.settle("update commitments set owed_by = $1 where id = $2", [
    world.id("ORG-1"),
    world.id("AGR-1/1"),
  ]);
  await world.settle(
    `insert into agreement_parties (id, agreement_id, space, organisation_id, role, name_at_signature)
     values (gen_random_uuid(), $1, 'simulated', $2, 'partner', 'x')`,
    [world.id("AGR-1"), world.id("ORG-1")],
  );
  await addFocalPoint(world.ctx, { organisation: "ORG-1", function: "DRH", mail: "drh@exemple.test" });
  server = await createServer({
    ...{
      appUrl: world.database.appUrl,
      dataDir,
      host: "127.0.0.1",
      port: 0,
      strictOutput: true,
      mailEvery: 50,
    },
    ...(world.ctx.keys && { keys: world.ctx.keys }),
    ...{ files: world.ctx.files, mailer: mailerOf({ url: post.url, from: "iltizam@exemple.test" }) },
  });
});
afterAll(async () => {
  await server.close();
  await world.close();
  await post.close();
  rmSync(dataDir, { recursive: true, force: true });
});

const api = "/api/v1";
const pdf = Buffer.from("%PDF-1.7\n%the registers of the quarter\n").toString("base64");

test("a mail, a click, two numbers and a photo: the declaration stands with its evidence, and the link is spent", async () => {
  const present = { ...world.ctx, clock: { now: () => new Date() } };
  const period = { from: "2026-01-01", to: "2026-03-31" };
  await askDeclaration(present, { agreement: "AGR-1", organisation: "ORG-1", period, language: "ar" });
  await vi.waitFor(() => expect(post.kept).toHaveLength(1), patience);
  const [mail] = post.kept;
  expect([mail?.to, mail?.subject]).toEqual(["drh@exemple.test", "تصريحكم: AGR-1"]);
  const [, token = ""] = /\/open#([\w-]{43})\s/.exec(mail?.text ?? "") ?? [];

  const phone = browserOn(server.address);
  const opened = await phone.ask("POST", `${api}/access-links`, { token });
  expect(opened.body).toMatchObject({ objectKind: "declaration_request" });
  expect((await phone.get(`${api}/me`)).body).toMatchObject({
    kind: "link",
    name: "DRH (ORG-1)",
    method: "link",
  });
  expect((await phone.get(`${api}/own-request`)).body).toMatchObject({
    ...{
      organisation: { reference: "ORG-1" },
      period,
      answered: false,
      promised: [{ commitment: "AGR-1/1", declared: null }],
    },
  });

  const elsewhere = await browserOn(server.address).ask("POST", `${api}/access-links`, { token });
  expect([elsewhere.status, codeOf(elsewhere)]).toEqual([403, "identity.link_elsewhere"]);
  for (const path of ["/agreements?space=simulated", "/standings?space=simulated", "/users", "/account"]) {
    expect([path, (await phone.get(api + path)).status]).toEqual([path, 403]);
  }

  const answer = {
    numbers: [{ commitment: "AGR-1/1", quantity: 40 }],
    file: { name: "registre.pdf", base64: pdf },
  };
  expect((await phone.ask("POST", `${api}/own-request/answer`, answer)).body).toEqual({ declared: 1 });
  const again = await phone.ask("POST", `${api}/own-request/answer`, answer);
  expect([again.status, codeOf(again)]).toEqual([409, "requests.answered_already"]);
  expect((await phone.ask("POST", `${api}/access-links`, { token })).status).toBe(200);
  expect((await phone.get(`${api}/own-request`)).body).toMatchObject({
    answered: true,
    promised: [{ declared: 40 }],
  });

  const { declarations } = await declarationsOfCommitment(present, { commitment: "AGR-1/1" });
  expect(declarations).toMatchObject([{ declarant: "ORG-1", quantity: 40, ...period }]);
  expect(declarations[0]?.document).not.toBeNull();
  expect(post.kept).toHaveLength(1);
});

test("whoever may not answer sends no file: she is refused before its bytes are read", async () => {
  const body = {
    numbers: [{ commitment: "AGR-1/1", quantity: 1 }],
    file: { name: "x.pdf", base64: pdf.repeat(10) },
  };
  const answer = await browserOn(server.address).ask("POST", `${api}/own-request/answer`, body);
  expect(answer.status).toBe(401);
});
