const FIRST_HAN = 0x2e80;
/** The block that nearly every Han character is in; the regex knows the others. */
const HAN_BLOCK = { first: 0x4e00, last: 0x9fef };
const HANGUL_BLOCK = { first: 0xac00, last: 0xd7a3 };
const LAST_OF_ONE_UNIT = 0xffff;

/**
 * The length of a text as the service counts it: in code points, each Chinese character (Han, as in Japanese and Korean too)
 * weighing `cjkWeight`. "5000 characters or 2500 Chinese ones" is a limit of 5000 with a weight of 2.
 * It runs on every key stroke, so a character is looked up in a table only where its number does not say enough.
 */
export function weightedLength(text: string, cjkWeight: 1 | 2): number {
  let length = 0;
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    if (unit < FIRST_HAN) {
      length += 1;
      continue;
    }
    const character = text.codePointAt(at) ?? unit;
    if (character > LAST_OF_ONE_UNIT) at += 1;
    length += cjkWeight === 2 && isHan(character) ? 2 : 1;
  }
  return length;
}

function isHan(character: number): boolean {
  if (character >= HAN_BLOCK.first && character <= HAN_BLOCK.last) return true;
  if (character >= HANGUL_BLOCK.first && character <= HANGUL_BLOCK.last) return false;
  return /\p{Script=Han}/u.test(String.fromCodePoint(character));
}
