// Looking somebody up is for who receives people; requests and terms are the data officer's (US-08, US-34).
import type { PermissionTable } from "../kernel/index.ts";

export const permissions = {
  "dossiers.look_up": ["R2", "R3", "R11"],
  "person_requests.receive": ["R2", "R3", "R4", "R11"],
  "person_requests.read": ["R11"],
  "person_requests.handle": ["R11"],
  "dossiers.read_terms": ["R11"],
  "dossiers.decide_deletion": ["R11"],
} as const satisfies PermissionTable;
