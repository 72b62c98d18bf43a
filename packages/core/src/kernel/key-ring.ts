/** The keys of the vault, each generation under its number. They are kept outside the database. */
export interface KeyRing {
  /** The generation that new hashes and wrapped keys use. */
  readonly current: number;
  readonly generations: ReadonlyMap<number, KeyGeneration>;
  /** Reads them anew from where they are kept: a rotation may have added a generation since. */
  readonly renew?: () => Promise<void>;
}

export interface KeyGeneration {
  /** 32 bytes, for the keyed hash of documents. */
  readonly lookup: Buffer;
  /** 32 bytes, for wrapping the data keys of persons. */
  readonly master: Buffer;
  readonly madeAt: string;
}

/** Reads the keys anew when they lack this generation: a rotation may have gone on since this process began. */
export async function bringGeneration(keys: KeyRing | undefined, number: number): Promise<void> {
  if (keys?.generations.has(number) === false) await keys.renew?.();
}
