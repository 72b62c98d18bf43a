export { createTestDatabase, stopOwnTestServer, type TestDatabase } from "./create-test-database.ts";
export { withClient } from "./with-client.ts";
