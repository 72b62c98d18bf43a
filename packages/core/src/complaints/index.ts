export { addToComplaint, followComplaint } from "./come-back.ts";
export { complaintErrors } from "./errors.ts";
export { forgetComplaint } from "./forget-complaint.ts";
export { answerComplaint, listComplaints, openComplaint } from "./handle.ts";
export { lodgeComplaint } from "./lodge-complaint.ts";
export { permissions, publicPermissions } from "./permissions.ts";
export { routes } from "./routes.ts";
export { work } from "./work.ts";
