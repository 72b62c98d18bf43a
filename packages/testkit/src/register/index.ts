export { openRegister, type TestRegister } from "./open-register.ts";
