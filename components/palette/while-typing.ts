/**
 * Waits for what is being loaded, and gives what is typed meanwhile along with it: that is meant for what will open, and may reach
 * neither the prompt nor the keys of the page, of which one deletes.
 */
export async function whileTyping<T>(loading: Promise<T>): Promise<{ result: T; typed: string }> {
  let typed = "";
  const hold = (event: KeyboardEvent) => {
    event.preventDefault();
    event.stopImmediatePropagation();
    if (event.key.length === 1 && !event.ctrlKey && !event.metaKey) typed += event.key;
  };
  window.addEventListener("keydown", hold, { capture: true });
  try {
    return { result: await loading, typed };
  } finally {
    window.removeEventListener("keydown", hold, { capture: true });
  }
}
