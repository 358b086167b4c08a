import { ApiError } from "./client";

/** One press: what it sends under its id is made once, however often it is sent. */
type Try<T> = { id: string; payload: string; content: T };

const PREFIX = "dailies:try:";
/** Where the device keeps nothing: until the page goes. */
const inPage = new Map<string, string>();

/**
 * Sends `payload` under the id of the last try of this `name`, where it is the same and may have been made, else under a new one;
 * `begin` gives what to send then, or undefined to send nothing. The try is kept in this tab, also through a reload, until it is
 * known what became of it: an answer that says no says nothing of an earlier one that was lost.
 */
export async function sendOnce<T>(
  { name, payload }: { name: string; payload: string },
  begin: () => Promise<T | undefined>,
  send: (id: string, content: T) => Promise<unknown>,
): Promise<void> {
  const again = recall<T>(name, payload);
  const content = again ? again.content : await begin();
  if (content === undefined) return;
  const id = again?.id ?? crypto.randomUUID();
  keep(name, { id, payload, content });
  try {
    await send(id, content);
    forget(name);
  } catch (error) {
    if (error instanceof ApiError && isOver(error, again !== undefined)) forget(name);
    throw error;
  }
}

/** Whether nothing was made under the id, or nothing more can be: its take is deleted, or is another. */
function isOver({ status, problem, maybeMade }: ApiError, wasKept: boolean): boolean {
  if (status === 409 && problem?.code === "conflict") return true;
  return status >= 400 && status < 500 && !maybeMade && !wasKept;
}

function recall<T>(name: string, payload: string): Try<T> | undefined {
  try {
    const last: Try<T> | null = JSON.parse(inPage.get(name) ?? sessionStorage.getItem(PREFIX + name) ?? "null");
    return last?.payload === payload && typeof last.id === "string" ? last : undefined;
  } catch {
    return undefined;
  }
}

function keep(name: string, last: Try<unknown>): void {
  const text = JSON.stringify(last);
  try {
    sessionStorage.setItem(PREFIX + name, text);
    inPage.delete(name);
  } catch {
    inPage.set(name, text);
  }
}

function forget(name: string): void {
  inPage.delete(name);
  try {
    sessionStorage.removeItem(PREFIX + name);
  } catch {
    // Nothing is kept there.
  }
}
