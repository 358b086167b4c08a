/** What is not read out, or is shown beside the name: keys. */
const UNREAD = "[aria-hidden=true], [hidden], kbd, script, style, input, select, textarea";

/** What a control, a region or a field is called, by the usual ways in their usual order. */
export function accessibleName(element: Element): string {
  return partName(element) || tidy(labels(element)) || tidy(textOf(element)) || tidy(element.getAttribute("title"));
}

/** The name that somebody gave a part of the page: its text alone does not name it. */
export function partName(element: Element): string {
  return tidy(namedBy(element)) || tidy(element.getAttribute("aria-label")) || tidy(legend(element));
}

function tidy(text: string | null): string {
  return (text ?? "").replace(/\s+/g, " ").trim();
}

function namedBy(element: Element): string {
  const ids = element.getAttribute("aria-labelledby")?.split(/\s+/) ?? [];
  return ids.map((id) => textOf(document.getElementById(id))).join(" ");
}

function labels(element: Element): string {
  return "labels" in element && element.labels instanceof NodeList
    ? Array.from(element.labels, (label) => textOf(label)).join(" ")
    : "";
}

function legend(element: Element): string {
  return textOf(element.matches("fieldset") ? element.querySelector(":scope > legend") : null);
}

function textOf(node: Node | null): string {
  if (node === null) return "";
  if (node.nodeType === Node.TEXT_NODE) return node.textContent ?? "";
  if (!(node instanceof Element)) return "";
  return Array.from(node.childNodes, (child) => {
    if (!(child instanceof Element)) return textOf(child);
    if (child.matches(UNREAD)) return "";
    return child.getAttribute("aria-label") ?? child.getAttribute("alt") ?? textOf(child);
  }).join(" ");
}
