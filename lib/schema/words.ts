/** What a key or title is made of, as lower-case English words, so that one rule serves `143_image`, `imageUrl` and `画像`. */

/** Titles come in the page's language: the words that decide what a field is, in those languages. Longer ones first. */
const TRANSLATIONS: readonly (readonly [pattern: RegExp, words: string])[] = [
  [/초당\s*프레임(\s*수)?|프레임\s*(속도|레이트)|フレームレート|[幀帧]率|影格率|每秒[幀帧]數/g, "frame rate"],
  [/프레임\s*수|フレーム数|[幀帧][數数]|影格數/g, "frames"],
  [/종횡비|화면\s*비율|アスペクト比|長寬比|寬高比|宽高比|长宽比/g, "aspect ratio"],
  [/해상도|解像度|解析度|分辨率/g, "resolution"],
  [/네거티브\s*프롬프트|ネガティブプロンプト|(負面|负面|反向)提示[詞词]/g, "negative prompt"],
  [/프롬프트|プロンプト|提示[詞词]/g, "prompt"],
  [/워터마크|ウォーターマーク|透かし|浮水印|水印/g, "watermark"],
  [/시드|シード|種子值?|种子值?/g, "seed"],
  [/재생\s*시간|지속\s*시간|길이|再生時間|長さ|秒[数數]|時長|时长/g, "duration"],
  [/이미지|사진|画像|写真|[圖图][片像]|影像/g, "image"],
  [/동영상|비디오|영상|動画|ビデオ|影片|視頻|视频/g, "video"],
  [/오디오|음성|音声|オーディオ|音訊|音[頻频]/g, "audio"],
  [/너비|가로|幅|[寬宽]度/g, "width"],
  [/높이|세로|高さ|高度/g, "height"],
  [/참고|참조|参考|参照|參考|參照/g, "reference"],
  [/원본|소스|ソース|元|[來来]源/g, "source"],
  [/입력|入力|[輸输]入/g, "input"],
  [/시작|첫|開始|最初|首/g, "start"],
  [/마지막|종료|끝|終了|最後|尾/g, "end"],
];

/** Names that nodes give to any value: they say nothing about what it is. */
const EMPTY_WORDS = new Set(["value", "values", "input", "data", "param", "string", "int", "float", "widget", "x"]);

/** The words of a schema key; node ids (`155_positive_prompt`, `169_valuex170_value`) and numbers are dropped. */
export function keyWords(key: string): string[] {
  const apart = key.replace(/x(?=\d+_)/g, "_").replace(/([a-z])([A-Z])/g, "$1_$2");
  return (apart.toLowerCase().match(/[\p{L}]+|\d+/gu) ?? []).filter((word) => !/^\d+$/.test(word));
}

/** The words of a title; what no language of the table knows stays as it is. */
function titleWords(title: string): string[] {
  const english = TRANSLATIONS.reduce((text, [pattern, words]) => text.replace(pattern, ` ${words} `), title);
  return keyWords(english.replace(/[(\uFF08][^)\uFF09]*[)\uFF09]/g, " "));
}

/** The words that say what a property is: its key's, or its title's where the key says nothing. */
export function wordsOf(property: { key: string; title?: string }): { words: string[]; from: "key" | "title" } {
  const words = keyWords(property.key);
  const telling = words.filter((word) => !EMPTY_WORDS.has(word));
  if (telling.length > 0) return { words: telling, from: "key" };
  return property.title === undefined ? { words, from: "key" } : { words: titleWords(property.title), from: "title" };
}
