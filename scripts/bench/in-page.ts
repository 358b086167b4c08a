/** What runs inside the measured page. Each function is sent there as text, so it uses nothing from outside of itself. */

export type PageMeasures = { paints: number[]; commitsOutside: number; commits: number };

declare global {
  interface Window {
    measures: PageMeasures;
    __REACT_DEVTOOLS_GLOBAL_HOOK__?: object;
  }
}

/** Before any script of the page: counts React's commits, and those in which a component outside of the prompt was rendered. */
export function watchReact() {
  type Fiber = {
    tag: number;
    flags: number;
    child: Fiber | null;
    sibling: Fiber | null;
    return: Fiber | null;
    alternate: Fiber | null;
    stateNode: unknown;
  };
  const PERFORMED_WORK = 1;
  const COMPONENTS = [0, 1, 11, 14, 15];
  window.measures = { paints: [], commitsOutside: 0, commits: 0 };

  function elementOf(fiber: Fiber | null): Element | undefined {
    for (let inner = fiber; inner; inner = inner.child) if (inner.stateNode instanceof Element) return inner.stateNode;
    for (let outer = fiber; outer; outer = outer.return) if (outer.stateNode instanceof Element) return outer.stateNode;
    return undefined;
  }
  function isOutside(fiber: Fiber): boolean {
    const prompt = document.querySelector("textarea[data-prompt]");
    return elementOf(fiber)?.closest("[data-field]") !== prompt?.closest("[data-field]");
  }
  function rendersOutside(fiber: Fiber): boolean {
    const { alternate } = fiber;
    if (alternate && COMPONENTS.includes(fiber.tag) && fiber.flags & PERFORMED_WORK && isOutside(fiber)) return true;
    if (alternate && alternate.child === fiber.child) return false;
    for (let child = fiber.child; child; child = child.sibling) if (rendersOutside(child)) return true;
    return false;
  }
  window.__REACT_DEVTOOLS_GLOBAL_HOOK__ = {
    supportsFiber: true,
    inject: () => 1,
    onCommitFiberUnmount: () => undefined,
    onPostCommitFiberRoot: () => undefined,
    onCommitFiberRoot: (_: unknown, root: { current: Fiber }) => {
      window.measures.commits += 1;
      if (rendersOutside(root.current)) window.measures.commitsOutside += 1;
    },
  };
}

/** From a key's own time stamp to the first task after the frame that shows it. */
export function watchPaints() {
  addEventListener(
    "keydown",
    ({ timeStamp }) => {
      requestAnimationFrame(() => {
        const channel = new MessageChannel();
        channel.port1.onmessage = () => window.measures.paints.push(performance.now() - timeStamp);
        channel.port2.postMessage(undefined);
      });
    },
    { capture: true },
  );
}

/** A textarea that nobody listens to, right below the prompt and of its size and look, with the same text. */
export function addBareTextarea(prompt: Element) {
  if (!(prompt instanceof HTMLTextAreaElement)) throw new Error("The prompt is no textarea");
  const field = prompt.closest("[data-field]");
  if (!field) throw new Error("The prompt stands in no field");
  const bare = document.createElement("textarea");
  const style = getComputedStyle(prompt);
  for (const property of ["font", "padding", "lineHeight"] as const) bare.style[property] = style[property];
  // What is seen of the prompt, where it grows with its text inside a frame.
  bare.style.height = `${Math.min(prompt.offsetHeight, prompt.parentElement?.offsetHeight ?? Number.POSITIVE_INFINITY)}px`;
  bare.style.flexShrink = "0";
  bare.dataset.bare = "";
  bare.value = prompt.value;
  field.after(bare);
}
