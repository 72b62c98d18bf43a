export { badUse, type Command, type Io } from "./command.ts";
