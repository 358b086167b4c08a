const ICONS = 'link[rel~="icon"]';

export type Marks = { prefix: string; icon: string | undefined };

/** Keeps words before the page's title and another icon in its place, also when Next writes the title of the next page. */
export function keepMarks(doc: Document) {
  let marks: Marks = { prefix: "", icon: undefined };
  let own = "";
  let shown = "";
  const icons = new Map<Element, string>();

  function apply(): void {
    const title = doc.querySelector("title");
    // Between two pages there may be no title: the next one comes.
    if (title?.textContent) markTitle(title, title.textContent);
    for (const link of doc.querySelectorAll(ICONS)) markIcon(link);
  }

  function markTitle(title: Element, text: string): void {
    // What was not written here is the page's own title.
    if (text !== shown) own = text;
    shown = marks.prefix + own;
    if (text !== shown) title.textContent = shown;
  }

  function markIcon(link: Element): void {
    const own = icons.get(link) ?? link.getAttribute("href") ?? "";
    icons.set(link, own);
    const href = marks.icon ?? own;
    if (link.getAttribute("href") !== href) link.setAttribute("href", href);
  }

  const observer = new MutationObserver(apply);
  observer.observe(doc.head, { childList: true, subtree: true, characterData: true });
  return {
    set: (next: Marks) => {
      marks = next;
      apply();
    },
    stop: () => {
      observer.disconnect();
      marks = { prefix: "", icon: undefined };
      apply();
    },
  };
}
