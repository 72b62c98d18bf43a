// The frame itself could not be drawn: no words were read, so it is said in all three languages.
const said = [
  { lang: "ar", dir: "rtl", text: "تعذر عرض هذه الصفحة.", again: "إعادة المحاولة" },
  { lang: "fr", dir: "ltr", text: "Cette page n’a pas pu s’afficher.", again: "Réessayer" },
  { lang: "en", dir: "ltr", text: "This page could not be shown.", again: "Try again" },
] as const;

export function FrameFailed({ error }: { error: unknown }) {
  return (
    <main className="failure" role="alert">
      {said.map(({ lang, dir, text, again }) => (
        <p key={lang} lang={lang} dir={dir}>
          {text}{" "}
          <button type="button" className="button" onClick={() => window.location.reload()}>
            {again}
          </button>
        </p>
      ))}
      <p className="small muted" dir="auto">
        {error instanceof Error ? error.message : String(error)}
      </p>
    </main>
  );
}
