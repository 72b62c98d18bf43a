// The letters are there before the first picture: a font that came later would move every line.

const faces = [
  ['400 1em "Plex"', "a"],
  ['600 1em "Plex"', "a"],
  ['400 1em "Plex Arabic"', "ا"],
  ['600 1em "Plex Arabic"', "ا"],
] as const;

/** On a slow line the reader gets the words sooner than the letters. */
const longest = 1000;

/** Waits for the letters of both scripts (every screen has both), but not for long. */
export async function loadFonts(): Promise<void> {
  const loaded = Promise.allSettled(faces.map(([face, letter]) => document.fonts.load(face, letter)));
  await Promise.race([loaded, new Promise((done) => setTimeout(done, longest))]);
}
