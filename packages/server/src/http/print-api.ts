// Prints the OpenAPI document without a database and without listening:
// node packages/server/src/http/print-api.ts > openapi.json
import { apiDocument } from "./api-document.ts";

process.stdout.write(`${JSON.stringify(await apiDocument(), null, 2)}\n`);
