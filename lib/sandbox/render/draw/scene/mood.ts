import type { Random } from "../../random";

export type Time = "night" | "dusk" | "golden" | "dawn" | "day";
export type Place = "mountains" | "sea" | "city" | "forest" | "desert";
export type Weather = "clear" | "snow" | "rain";
export type Mood = { time: Time; place: Place; weather: Weather };

/** Words that set a scene, in the languages of the interface. English ones are whole words; the others stand inside longer ones. */
const TIMES: [Time, RegExp][] = [
  [
    "night",
    /\b(?:night|midnight|moon\w*|stars?|starry|neon)\b|한밤|밤하늘|밤거리|달빛|별빛|夜(?!明)|月光|月明|星空|深夜|夜晚/iu,
  ],
  ["dusk", /\b(?:dusk|twilight|sunset|evening)\b|노을|저녁|황혼|夕暮|夕焼|黄昏|日没|黃昏|傍晚|夕陽/iu],
  ["golden", /\b(?:golden|warm light|autumn|candle\w*|lantern\w*)\b|가을|등불|황금|秋|提灯|燈籠|金色/iu],
  ["dawn", /\b(?:dawn|sunrise|morning)\b|새벽|아침|일출|夜明|朝|早晨|清晨|晨光|日出/iu],
  ["day", /\b(?:day|daylight|noon|sunny|bright|summer)\b|한낮|햇살|여름|昼|晴|夏|白天|陽光/iu],
];
const PLACES: [Place, RegExp][] = [
  [
    "sea",
    /\b(?:sea|ocean|beach|waves?|coast|lake|river|boats?|ships?|harbou?r|island)\b|바다|해변|파도|호수|강가|海|浜|波|湖|川|浪|河/iu,
  ],
  [
    "city",
    /\b(?:city|street|town|neon|buildings?|caf[eé]|office|car|skyline|rooftop|alley)\b|도시|거리|카페|건물|골목|街|都市|路地|カフェ|ビル|城市|大樓|咖啡/iu,
  ],
  ["forest", /\b(?:forest|trees?|woods?|jungle|garden|park)\b|숲|나무|정원|공원|森|木々|林|庭|公園|樹|花園/iu],
  ["desert", /\b(?:desert|dunes?|sand|mars|savanna)\b|사막|모래|砂漠|砂丘|沙漠|沙丘/iu],
  ["mountains", /\b(?:mountains?|hills?|valley|cliffs?)\b|산맥|언덕|계곡|山|丘|谷/iu],
];
const WEATHERS: [Weather, RegExp][] = [
  ["snow", /\b(?:snow\w*|winter|blizzard)\b|눈이 내|눈송이|겨울|雪|冬/iu],
  ["rain", /\b(?:rain\w*|storm\w*|drizzle)\b|비가|빗|장마|雨/iu],
];

/** What the words of a prompt set, and the seed where they are silent. */
export function readMood(prompt: string, random: Random): Mood {
  const free: Mood = {
    time: random.pick(["dusk", "golden", "dawn", "night", "day"]),
    place: random.pick(["mountains", "sea", "mountains", "forest", "desert"]),
    weather: "clear",
  };
  return {
    time: firstNamed(TIMES, prompt) ?? free.time,
    place: firstNamed(PLACES, prompt) ?? free.place,
    weather: firstNamed(WEATHERS, prompt) ?? free.weather,
  };
}

/** The one that the prompt names first: later words tend to be details. */
function firstNamed<T>(table: readonly [T, RegExp][], prompt: string): T | undefined {
  const found = table.map(([value, words]) => ({ value, at: prompt.search(words) })).filter(({ at }) => at >= 0);
  return found.sort((one, other) => one.at - other.at)[0]?.value;
}
