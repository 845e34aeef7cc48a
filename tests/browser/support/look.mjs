// What is looked at, each function run within the page.

export function root() {
  const { lang, dir } = document.documentElement;
  return { lang, dir };
}

/** Elements and attributes that act or style from within. */
export function active() {
  const found = [];
  for (const element of document.querySelectorAll("*")) {
    const name = element.localName;
    if (["script", "iframe", "object", "embed", "img", "link", "base", "form"].includes(name)) found.push(`<${name}>`);
    for (const attribute of element.getAttributeNames()) {
      if (attribute === "style" || attribute.startsWith("on")) found.push(`<${name} ${attribute}>`);
    }
    const href = element.getAttribute("href") ?? "";
    // An address without a scheme is that of a page beside this one.
    if (/^[a-z][a-z0-9+.-]*:/i.test(href) && !/^https?:/.test(href)) found.push(`<${name} href=${href}>`);
  }
  return found;
}

/** The policy of the page, and whether its masthead has the rule that the style gives it. */
export function styled() {
  const policy = document.querySelector("meta[http-equiv='Content-Security-Policy']");
  return {
    policy: policy?.content,
    mast: getComputedStyle(document.querySelector(".mast")).borderTopWidth,
  };
}

export function headings() {
  const all = [...document.querySelectorAll("h1, h2, h3, h4, h5, h6")];
  return all.map((heading) => Number(heading.localName[1]));
}

/** Ids that stand twice, and references within the page that lead nowhere. */
export function anchors() {
  const ids = [...document.querySelectorAll("[id]")].map((element) => element.id);
  const links = [...document.querySelectorAll("[href^='#']")]
    .map((link) => decodeURIComponent(link.getAttribute("href").slice(1)));
  const labels = [...document.querySelectorAll("[aria-labelledby]")]
    .flatMap((element) => element.getAttribute("aria-labelledby").split(" "));
  return {
    twice: ids.filter((id, at) => ids.indexOf(id) !== at),
    lost: [...links, ...labels].filter((target) => !ids.includes(target)),
  };
}

export function fold(open) {
  for (const one of document.querySelectorAll("details")) one.open = open;
}

/** By how much the page is wider than the window, or null. */
export function overflow() {
  const { scrollWidth, clientWidth } = document.documentElement;
  return scrollWidth > clientWidth ? { scrollWidth, clientWidth } : null;
}

/**
 * Elements with a box that reaches beyond the window.
 *
 * A table may be wider within a region of its own, which has a name, takes the focus, scrolls, and
 * itself stays inside.
 */
export function outside() {
  const { clientWidth } = document.documentElement;
  const hidden = (element) => element.closest(".vh, .skip, .defs, symbol, .words thead") || scrolled(element);
  const scrolled = (element) => {
    const region = element.parentElement?.closest("[role='region'][tabindex='0']");
    const named = region?.matches("[aria-label], [aria-labelledby]");
    return named && getComputedStyle(region).overflowX === "auto";
  };
  return [...document.body.querySelectorAll("*")]
    .filter((element) => {
      const { left, right, width, height } = element.getBoundingClientRect();
      return width > 0 && height > 0 && (left < -0.5 || right > clientWidth + 0.5) && !hidden(element);
    })
    .map((element) => element.outerHTML.slice(0, 120));
}

/** Links and summaries that are too small to hit, and not part of a sentence. */
export function small() {
  const inSentence = (element) => {
    const block = element.closest("p, li, td, dd");
    if (!block || getComputedStyle(element).display !== "inline") return false;
    const links = [...block.querySelectorAll("a")].map((link) => link.textContent).join("");
    return block.textContent.trim().length > links.trim().length;
  };
  return [...document.querySelectorAll("a[href], summary")]
    .filter((element) => {
      const { width, height } = element.getBoundingClientRect();
      const visible = width > 0 && height > 0 && !element.matches(".skip");
      return visible && (width < 24 || height < 24) && !inSentence(element);
    })
    .map((element) => {
      const { width, height } = element.getBoundingClientRect();
      return `${element.outerHTML.slice(0, 80)} ${width}×${height}`;
    });
}

/** Texts whose letters are not those of the language and direction that they stand in. */
export function misplaced() {
  const found = [];
  const arabicPage = document.documentElement.lang.startsWith("ar");
  const walk = document.createTreeWalker(document.documentElement, NodeFilter.SHOW_TEXT);
  for (let node = walk.nextNode(); node; node = walk.nextNode()) {
    const parent = node.parentElement;
    // The title of the window takes no marks; its direction has a test of its own.
    if (parent.closest("style, title")) continue;
    // A commit's hash has letters and is of no language.
    const text = node.data.trim().replace(/\b[0-9a-f]{10}\b/gu, "");
    const lang = parent.closest("[lang]").lang;
    const dir = parent.closest("[dir]").dir;
    if (/\p{Script=Arabic}{3}/u.test(text) && (!lang.startsWith("ar") || dir !== "rtl")) {
      found.push(`Arabic in ${lang} ${dir}: ${text.slice(0, 60)}`);
    }
    const latin = arabicPage && /\p{Script=Latin}{3}/u.test(text);
    if (latin && !parent.closest("[dir=ltr], [lang=en], bdi")) {
      found.push(`Latin in ${lang} ${dir}: ${text.slice(0, 60)}`);
    }
  }
  return found;
}

/** Whether the first column of each table with two or more stands where reading begins. */
export function columns() {
  return [...document.querySelectorAll("table")]
    .map((table) => [...table.rows].map((row) => row.cells).find((cells) => cells.length > 1))
    .filter((cells) => cells && cells[0].getBoundingClientRect().width > 0)
    .map(([first, second]) => {
      const [a, b] = [first, second].map((cell) => cell.getBoundingClientRect().left);
      return a < b ? "ltr" : "rtl";
    });
}

/** Arabic that is spaced out or slanted; in any language, whatever is slanted. */
export function slanted() {
  return [...document.body.querySelectorAll("*")]
    .filter((element) => {
      const { fontStyle, letterSpacing } = getComputedStyle(element);
      const arabic = element.matches(":lang(ar)");
      return arabic && (fontStyle !== "normal" || !["normal", "0px"].includes(letterSpacing));
    })
    .map((element) => element.outerHTML.slice(0, 100));
}

/** The figures of each group of what changed: the number, its rows, its squares, its citations. */
export function groups() {
  const counted = (element, number) => ({
    number: element.querySelector(number)?.textContent,
    names: [...element.querySelectorAll(".names > li")].map((item) => item.querySelector("bdi").textContent),
    refs: [...element.querySelectorAll(".ref")].map((ref) => ref.getAttribute("href")),
  });
  return [...document.querySelectorAll(".sets")].map((figure) => ({
    columns: [...figure.querySelectorAll(".col")].map((column) => ({
      ...counted(column, ".big"),
      tiles: column.querySelectorAll(".tile").length,
      parts: [...column.querySelectorAll(".two > div")].map((part) => counted(part, "h5 b")),
    })),
  }));
}

/** What the page says apart from its words: citations in order, places, items of the evidence. */
export function citations() {
  return {
    refs: [...document.querySelectorAll("main .ref")].map((ref) => ref.getAttribute("href")),
    places: [...document.querySelectorAll(".ev .qsrc code")].map((code) => code.textContent),
    cards: document.querySelectorAll(".card").length,
    sections: [...document.querySelectorAll("[id]")].map((element) => element.id),
  };
}

/** The elements of the page and their attributes' names, without any text. */
export function skeleton() {
  const lines = [];
  const walk = (element, depth) => {
    if (element.localName === "style") return;
    const attributes = element.getAttributeNames().sort();
    lines.push(`${" ".repeat(depth)}${element.localName} ${attributes.join(" ")}`);
    for (const child of element.children) walk(child, depth + 1);
  };
  walk(document.documentElement, 0);
  return lines;
}
