import { inspect } from "node:util";

const PLACEHOLDER = "[key]";

/**
 * The service's API key. The value leaves this object only as the `Authorization` header: printing, inspecting, spreading or
 * serialising it gives a placeholder.
 */
export class ApiKey {
  readonly #value: string;

  /** @throws TypeError (without the value) for an empty key or one that a header cannot carry. */
  constructor(value: string) {
    // An HTTP library that refuses a header quotes it in its error: such a key must not get that far.
    if (!/^[\x21-\x7e]+$/.test(value)) throw new TypeError("An API key consists of visible ASCII characters only");
    this.#value = value;
  }

  /** The value of the `Authorization` header. */
  authorization(): string {
    return `Bearer ${this.#value}`;
  }

  /** `text` with every occurrence of the key replaced, also where it was percent-encoded or written as JSON. */
  redact(text: string): string {
    const spellings = [this.#value, encodeURIComponent(this.#value), JSON.stringify(this.#value).slice(1, -1)];
    return spellings.reduce((redacted, spelling) => redacted.replaceAll(spelling, PLACEHOLDER), text);
  }

  toString(): string {
    return PLACEHOLDER;
  }

  toJSON(): string {
    return PLACEHOLDER;
  }

  [inspect.custom](): string {
    return PLACEHOLDER;
  }
}
