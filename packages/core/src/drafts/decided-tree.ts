// A draft as a tree in which every place keeps the path that the engine gave it, whatever is added or taken away.
// Pure; it works on a copy.

export type Holder = Record<string, unknown> | unknown[];
interface Place {
  readonly holder: Holder;
  /** The field, or the item itself when the holder is a list. */
  readonly at: string | object;
}

export interface DraftTree {
  readonly root: Record<string, unknown>;
  /** Every place by its lasting path. */
  readonly places: Map<string, Place>;
  /** The lasting path of every object. */
  readonly paths: WeakMap<object, string>;
}

const isObject = (node: unknown): node is Record<string, unknown> | unknown[] =>
  typeof node === "object" && node !== null;

/** Whether this is a proposed value with its passage. */
export const isProposed = (
  node: unknown,
): node is {
  value: unknown;
  passage: { start: number; end: number; text: string };
  as: string;
  why: string | null;
} => isObject(node) && "value" in node && "passage" in node && "as" in node;

/** The tree of a copy of the draft. */
export function treeOf(draft: object): DraftTree {
  const root = structuredClone(draft) as Record<string, unknown>;
  const tree: DraftTree = { root, places: new Map(), paths: new WeakMap() };
  layOut(tree, root, "", (_, index) => String(index));
  return tree;
}

/** Registers what lies below a node. */
function layOut(
  tree: DraftTree,
  node: unknown,
  path: string,
  keyOf: (item: unknown, index: number) => string,
): void {
  if (!isObject(node)) return;
  tree.paths.set(node, path);
  if (isProposed(node)) return;
  const inner = (key: string) => (path === "" ? key : `${path}.${key}`);
  const entries = Array.isArray(node)
    ? node.map((item, index): [string, unknown] => [keyOf(item, index), item])
    : Object.entries(node);
  for (const [key, child] of entries) {
    const at = Array.isArray(node) ? child : key;
    if (typeof at === "string" || isObject(at)) tree.places.set(inner(key), { holder: node, at });
    layOut(tree, child, inner(key), keyOf);
  }
}

/** What stands at a lasting path; undefined when there is no such place. */
export function valueAt(tree: DraftTree, path: string): unknown {
  const place = tree.places.get(path);
  if (!place) return undefined;
  return typeof place.at === "string" ? (place.holder as Record<string, unknown>)[place.at] : place.at;
}

/** Puts another value there; what stood below is no longer addressed. False when there is no such place. */
export function putAt(tree: DraftTree, path: string, value: unknown): boolean {
  const place = tree.places.get(path);
  if (!place) return false;
  const { holder, at } = place;
  if (typeof at === "string") (holder as Record<string, unknown>)[at] = value;
  else (holder as unknown[])[(holder as unknown[]).indexOf(at)] = value;
  if (isObject(value)) {
    tree.places.set(path, { holder, at: typeof at === "string" ? at : value });
    layOut(tree, value, path, (_, index) => String(index));
  }
  return true;
}

/** Adds an item to the list at a path, under `path.+key`. False when there is no list there. */
export function addAt(tree: DraftTree, path: string, key: string, item: unknown): boolean {
  const list = valueAt(tree, path);
  if (!Array.isArray(list) || !isObject(item)) return false;
  list.push(item);
  const own = `${path}.+${key}`;
  tree.places.set(own, { holder: list, at: item });
  layOut(tree, item, own, (_, index) => String(index));
  return true;
}

/** Takes away: an item leaves its list, a field becomes null. False when there is nothing there. */
export function removeAt(tree: DraftTree, path: string): boolean {
  const place = tree.places.get(path);
  if (!place) return false;
  const { holder, at } = place;
  if (typeof at === "string") (holder as Record<string, unknown>)[at] = null;
  else {
    const list = holder as unknown[];
    const index = list.indexOf(at);
    if (index >= 0) list.splice(index, 1);
  }
  return true;
}

/** The lasting path of every object by the path at which it stands now. */
export function lastingPaths(tree: DraftTree): Map<string, string> {
  const found = new Map<string, string>();
  const walk = (node: unknown, path: string) => {
    if (!isObject(node)) return;
    const lasting = tree.paths.get(node);
    if (lasting !== undefined) found.set(path, lasting);
    if (isProposed(node)) return;
    for (const [key, child] of Object.entries(node)) walk(child, path === "" ? key : `${path}.${key}`);
  };
  walk(tree.root, "");
  return found;
}
