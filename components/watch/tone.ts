/** Two soft notes, a fourth apart. */
const NOTES_HZ = [587, 784] as const;
const NOTE_S = 0.18;
const FADE_S = 0.5;
const VOLUME = 0.08;
/** A browser that refuses to play leaves the question open. */
const STARTS_WITHIN_MS = 300;

let context: AudioContext | undefined;

/** Whether it could be heard: most browsers play nothing before the page has been clicked. */
export async function playTone(): Promise<boolean> {
  try {
    context ??= new AudioContext();
    const started = context.state === "running" ? undefined : context.resume();
    await Promise.race([started, new Promise((resolve) => setTimeout(resolve, STARTS_WITHIN_MS))]);
    if (context.state !== "running") return false;
    for (const [index, hertz] of NOTES_HZ.entries()) playNote(context, hertz, context.currentTime + index * NOTE_S);
    return true;
  } catch {
    return false;
  }
}

function playNote(audio: AudioContext, hertz: number, atS: number): void {
  const note = audio.createOscillator();
  const gain = audio.createGain();
  note.frequency.value = hertz;
  gain.gain.setValueAtTime(0, atS);
  gain.gain.linearRampToValueAtTime(VOLUME, atS + 0.02);
  gain.gain.exponentialRampToValueAtTime(0.0001, atS + FADE_S);
  note.connect(gain).connect(audio.destination);
  note.start(atS);
  note.stop(atS + FADE_S);
}
