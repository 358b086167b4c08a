const ICONS = 'link[rel~="icon"]';

export type Marks = { prefix: string; icon: string | undefined };

/** Keeps words before the page's title and another icon in its place, also when Next writes the title of the next page. */
export function keepMarks(doc: Document) {
  let marks: Marks = { prefix: "", icon: undefined };
  let title = doc.title;
  let shown = title;
  const icons = new Map<Element, string>();

  function apply(): void {
    // What is not what stands here was written by somebody else: the page's own title.
    if (doc.title !== shown) title = doc.title;
    shown = marks.prefix + title;
    if (doc.title !== shown) doc.title = shown;
    for (const link of doc.querySelectorAll(ICONS)) markIcon(link);
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
