/** The references of one slot as the prompt names them: from `first` (`character1`, `@Audio1`, `Image 1`) up to the number `max`. */
export type TagSeries = { id: string; first: string; max: number };

/** One reference named in a text: `index` is its place in the slot, from 0. `start` and `end` count UTF-16 units. */
export type Mention = {
  start: number;
  end: number;
  seriesId: string;
  index: number;
  /** False where it is written otherwise than the model's own description writes it (`Character 1`, `캐릭터1`). */
  spelledAsTag: boolean;
};

/** What people call the same thing. The first word of a line is the one that models use. */
const NAMES = [
  ["character", "캐릭터", "キャラクター", "キャラ", "角色"],
  ["element", "요소", "要素", "元素"],
  ["reference", "참조", "参照", "參考", "参考"],
  ["image", "picture", "이미지", "사진", "画像", "イメージ", "圖片", "圖像", "图片", "图像"],
  ["video", "비디오", "영상", "動画", "ビデオ", "影片", "視頻", "视频"],
  ["audio", "오디오", "음성", "音声", "オーディオ", "音訊", "音頻", "音频"],
];
/** Words of everyday language: "video 30" is a mention only where there is a thirtieth place. */
const EVERYDAY = new Set(["image", "picture", "video", "audio"]);

const TAG = /^(@?)(.*?)([ _-]?)(\d+)$/u;
const DIGITS = "[1-9１-９][0-9０-９]?";

/** The tag at a place, spelled as the model's description does: `character3` for place 2. */
export function tagAt({ first }: TagSeries, index: number): string {
  return first.replace(/\d+$/, String(index + 1));
}

/** Every mention in a text, in order, however it is typed: any case, with or without `@` and a space, in four languages. */
export function findMentions(text: string, series: readonly TagSeries[]): Mention[] {
  const found = series.flatMap((one) => mentionsOf(text, one));
  return series.length < 2 ? found : found.sort((a, b) => a.start - b.start);
}

function mentionsOf(text: string, series: TagSeries): Mention[] {
  const mentions: Mention[] = [];
  const { pattern, everyday } = patternOf(series.first);
  for (const match of text.matchAll(pattern)) {
    const index = toNumber(match[1] ?? "") - 1;
    if (everyday && index >= series.max) continue;
    const end = match.index + match[0].length;
    const spelledAsTag = match[0] === tagAt(series, index);
    mentions.push({ start: match.index, end, seriesId: series.id, index, spelledAsTag });
  }
  return mentions;
}

const patterns = new Map<string, { pattern: RegExp; everyday: boolean }>();

function patternOf(first: string): { pattern: RegExp; everyday: boolean } {
  const known = patterns.get(first);
  if (known) return known;
  const [, at = "", word = first] = TAG.exec(first) ?? [];
  const own = word.toLowerCase();
  const names = new Set([own, ...(NAMES.find((line) => line.includes(own)) ?? [])]);
  const words = [...names].map((name) => name.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")).join("|");
  // A name may follow a word of a script that sets no spaces, but not stand inside a Latin word or number.
  const pattern = new RegExp(`(?<![A-Za-z0-9_@])@?(?:${words})[ \\u3000_#-]?(${DIGITS})(?![0-9０-９A-Za-z_])`, "giu");
  const made = { pattern, everyday: at === "" && EVERYDAY.has(own) };
  patterns.set(first, made);
  return made;
}

function toNumber(digits: string): number {
  return Number(digits.normalize("NFKC"));
}

/** The text with the numbers of one series changed; everything else, and the way each mention is typed, stays. */
export function remapMentions(
  text: string,
  series: readonly TagSeries[],
  seriesId: string,
  to: (index: number) => number,
): string {
  let result = "";
  let from = 0;
  for (const { start, end, index } of findMentions(
    text,
    series.filter(({ id }) => id === seriesId),
  )) {
    const typed = text.slice(start, end);
    result += text.slice(from, start) + withNumber(typed, to(index) + 1);
    from = end;
  }
  return from === 0 ? text : result + text.slice(from);
}

function withNumber(typed: string, number: number): string {
  return typed.replace(/[0-9０-９]+$/, (digits) => {
    const isWide = /[０-９]/.test(digits);
    return isWide
      ? String(number).replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0))
      : String(number);
  });
}

/** Where each place goes when the one at `from` moves to `to`. */
export function afterMove(from: number, to: number): (index: number) => number {
  return (index) => {
    if (index === from) return to;
    if (from < to) return index > from && index <= to ? index - 1 : index;
    return index >= to && index < from ? index + 1 : index;
  };
}

/**
 * Where each place goes when one of `count` is taken out: the later ones move up, and mentions of the removed one get the first
 * number without a reference, so that they never come to mean another.
 */
export function afterRemoval(index: number, count: number): (index: number) => number {
  return afterMove(index, count - 1);
}
