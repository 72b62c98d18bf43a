// Every kind, in the order of the summary.
import { ofHttp } from "./http.ts";
import type { Kind } from "./kind.ts";
import { shapes } from "./shapes.ts";
import { texts } from "./texts.ts";
import { ofThings } from "./things.ts";

export const kinds: readonly Kind[] = [...ofThings, ...shapes, ...texts, ...ofHttp];
export type { Kind, Tools } from "./kind.ts";
