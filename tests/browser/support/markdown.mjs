// Markdown as a host shows it: GitHub's dialect, raw markup let through, then what is not allowed
// taken out; and a second reading by another parser.

import MarkdownIt from "markdown-it";
import rehypeRaw from "rehype-raw";
import rehypeSanitize, { defaultSchema } from "rehype-sanitize";
import remarkGfm from "remark-gfm";
import remarkParse from "remark-parse";
import remarkRehype from "remark-rehype";
import { unified } from "unified";

const parser = unified().use(remarkParse).use(remarkGfm).use(remarkRehype, { allowDangerousHtml: true }).use(rehypeRaw);
const cleaner = unified().use(rehypeSanitize, defaultSchema);
const other = unified().use(rehypeRaw);
const markdownIt = new MarkdownIt({ html: true });

/** A tree in which an address that is a link to itself, which hosts make of it, is text again. */
function unlinked(tree) {
  const itself = ({ tagName, properties, children }) => {
    const text = children?.map(words).join("");
    const targets = [text, `http://${text}`, `mailto:${text}`];
    return tagName === "a" && targets.includes(decodeURI(properties.href));
  };
  const children = tree.children?.flatMap((child) => (itself(child) ? child.children : [unlinked(child)]));
  return children ? { ...tree, children } : tree;
}

/** The tree of a text, before anything is taken out of it. */
export function raw(text) {
  return unlinked(parser.runSync(parser.parse(text)));
}

/** The tree of a text as a host would show it. */
export function shown(text) {
  return cleaner.runSync(raw(text));
}

/** The same by the other parser. */
export function shownByOther(text) {
  return cleaner.runSync(other.runSync({ type: "root", children: [{ type: "raw", value: markdownIt.render(text) }] }));
}

/** Every element of a tree. */
export function elements(tree) {
  const own = tree.type === "element" ? [tree] : [];
  return [...own, ...(tree.children ?? []).flatMap(elements)];
}

/** All the text of a tree. */
export function words(tree) {
  return tree.value !== undefined && tree.type === "text" ? tree.value : (tree.children ?? []).map(words).join("");
}

/** The names of a tree's elements, each below the one that holds it, without texts. */
export function skeleton(tree, depth = 0) {
  const own = tree.type === "element" ? [`${" ".repeat(depth)}${tree.tagName}`] : [];
  return [...own, ...(tree.children ?? []).flatMap((child) => skeleton(child, depth + own.length))];
}

/** The number of each element, by name, attributes of direction and language told. */
export function census(tree) {
  const counts = {};
  for (const { tagName, properties } of elements(tree)) {
    const told = ["dir", "lang", "open"].filter((name) => properties[name] !== undefined)
      .map((name) => `${name}=${properties[name]}`);
    const name = [tagName, ...told].join(" ");
    counts[name] = (counts[name] ?? 0) + 1;
  }
  return counts;
}
