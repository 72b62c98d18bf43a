/** A hash of everything that the build depends on. */
export function stampOfSources(): string;
/** Whether the web application was built from the sources as they are. */
export function isWebBuilt(): boolean;
/** Builds if needed; returns whether it had to. */
export function buildWeb(): Promise<boolean>;
