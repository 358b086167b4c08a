/**
 * The length of a text as the service counts it: in code points, each Chinese character (Han, as in Japanese and Korean too)
 * weighing `cjkWeight`. "5000 characters or 2500 Chinese ones" is a limit of 5000 with a weight of 2.
 */
export function weightedLength(text: string, cjkWeight: 1 | 2): number {
  let length = 0;
  for (const character of text) length += cjkWeight === 2 && /\p{Script=Han}/u.test(character) ? 2 : 1;
  return length;
}
