export { createFilledDatabase } from "./create-filled-database.ts";
export { createTestDatabase, stopOwnTestServer, type TestDatabase } from "./create-test-database.ts";
export { seeingAll } from "./seeing-all.ts";
export { withClient } from "./with-client.ts";
