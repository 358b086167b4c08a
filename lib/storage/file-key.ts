/** `ab/…` spreads files over 256 folders; nothing else can name a file, so a key cannot leave its root. */
const KEY = /^[0-9a-f]{2}\/[0-9a-f]{30}\.[a-z0-9]{1,8}$/;

export function isFileKey(text: string): boolean {
  return KEY.test(text);
}
