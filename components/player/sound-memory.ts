const MUTED_KEY = "dailies:muted";
const VOLUME_KEY = "dailies:volume";

export type Sound = { muted: boolean; volume: number };

/** How loud it was last time in this browser. */
export function readSound(): Sound {
  try {
    const volume = Number.parseFloat(localStorage.getItem(VOLUME_KEY) ?? "1");
    return { muted: localStorage.getItem(MUTED_KEY) === "1", volume: volume >= 0 && volume <= 1 ? volume : 1 };
  } catch {
    return { muted: false, volume: 1 };
  }
}

export function keepSound({ muted, volume }: Sound) {
  try {
    localStorage.setItem(MUTED_KEY, muted ? "1" : "0");
    localStorage.setItem(VOLUME_KEY, String(volume));
  } catch {
    // Storage may be switched off: the sound then starts as the browser likes.
  }
}
