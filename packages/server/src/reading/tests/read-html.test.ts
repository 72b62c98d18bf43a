import { expect, test } from "vitest";
import { readDocument } from "../index.ts";

const read = (html: string) => readDocument(new TextEncoder().encode(html), "page.html");

test("blocks are paragraphs, blanks are one, entities are letters", async () => {
  const { text, language } = await read(
    "<!doctype html><html lang=fr-MA><title>Titre</title><body><h1>L&rsquo;emploi &agrave; F&egrave;s</h1><p>Une   convention\n de <b>parte</b>nariat &amp; d&#39;appui,<br>signée.</p><div>Fin</div></body></html>",
  );
  expect(text).toBe("L’emploi à Fès\n\nUne convention de partenariat & d'appui,\nsignée.\n\nFin");
  expect(language).toBe("fr");
});

test("items have the bullet that is drawn, menus do not, cells stand by tabs", async () => {
  const { text } = await read(
    "<ul><li><a href=/>Accueil</a><li><a href=/b>Contact</a></ul><p>Parties :<ul><li><p>ANAPEC</p></li><li>Région <a href=c>Fès</a></li></ul><table><tr><th>Région<th>Cible<tr><td>Fès<td>300<tr><td>Oujda<td></table><p>Fin",
  );
  expect(text).toBe(
    "Accueil\n\nContact\n\nParties :\n\n• ANAPEC\n• Région Fès\n\nRégion\tCible\nFès\t300\nOujda\n\nFin",
  );
});

test("the main part is read where the page marks it, else the only article, else the page", async () => {
  const around = (inner: string) =>
    `<nav>Menu</nav><header>Journal</header>${inner}<aside>À lire</aside><footer>Mentions</footer><script>x()</script>`;
  expect((await read(around("<main><p>Un</p><aside>Encadré</aside></main>"))).text).toBe("Un\n\nEncadré");
  expect((await read(around("<article>Un</article>"))).text).toBe("Un");
  expect((await read(around("<article>Un</article><article>Deux</article>"))).text).toBe(
    "Journal\n\nUn\n\nDeux",
  );
  expect((await read(around("<main></main><p hidden>Caché</p><p>Un"))).text).toBe("Journal\n\nUn");
});

test("preformatted lines stay lines", async () => {
  expect((await read("<pre>Article 1\n  Objet\r\nArticle 2</pre>")).text).toBe(
    "Article 1\n  Objet\nArticle 2",
  );
});

test("the declared encoding is believed when the bytes are not UTF-8, and only then", async () => {
  const page = (charset: string) => `<meta charset="${charset}"><p>Fès, créée`;
  const latin = await readDocument(Buffer.from(page("iso-8859-1"), "latin1"), "a.htm");
  expect(latin.text).toBe("Fès, créée");
  expect((await read(page("iso-8859-1"))).text).toBe("Fès, créée");
  const greek = await readDocument(
    Buffer.concat([Buffer.from('<meta charset="iso-8859-7">'), Buffer.from([0xe1, 0xe2])]),
    "a.htm",
  );
  expect(greek.text).toBe("αβ");
});
