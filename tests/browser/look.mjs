// What is looked at, each function run within the page.

/* global axe */

export function root() {
  const { lang, dir } = document.documentElement;
  return { lang, dir };
}

/** Elements and attributes that act or style from within. */
export function active() {
  const found = [];
  for (const element of document.querySelectorAll("*")) {
    const name = element.localName;
    if (name === "script") found.push("<script>");
    for (const attribute of element.getAttributeNames()) {
      if (attribute === "style" || attribute.startsWith("on")) found.push(`<${name} ${attribute}>`);
    }
    const href = element.getAttribute("href") ?? "";
    if (/^\s*(javascript|vbscript):/i.test(href)) found.push(`<${name} href=${href}>`);
  }
  return found;
}

export function headings() {
  const all = [...document.querySelectorAll("h1, h2, h3, h4, h5, h6")];
  return all.map((heading) => Number(heading.localName[1]));
}

/** Ids that stand twice, and links within the page that lead nowhere. */
export function anchors() {
  const ids = [...document.querySelectorAll("[id]")].map((element) => element.id);
  const links = [...document.querySelectorAll("[href^='#']")]
    .map((link) => decodeURIComponent(link.getAttribute("href").slice(1)));
  return {
    twice: ids.filter((id, at) => ids.indexOf(id) !== at),
    lost: links.filter((target) => !ids.includes(target)),
  };
}

export function unfold() {
  for (const fold of document.querySelectorAll("details")) fold.open = true;
}

/** By how much the page is wider than the window, and one element that sticks out; else null. */
export function overflow() {
  const { scrollWidth, clientWidth } = document.documentElement;
  if (scrollWidth <= clientWidth) return null;
  const wide = [...document.body.querySelectorAll("*")].find((element) => {
    const { left, right } = element.getBoundingClientRect();
    return left < -0.5 || right > clientWidth + 0.5;
  });
  return { scrollWidth, clientWidth, element: wide?.outerHTML.slice(0, 120) };
}

export async function accessibility(tags) {
  const { violations } = await axe.run(document, {
    runOnly: { type: "tag", values: tags },
    resultTypes: ["violations"],
  });
  return violations.map((rule) => `${rule.id}: ${rule.nodes.map((node) => node.target).join(" | ")}`);
}
