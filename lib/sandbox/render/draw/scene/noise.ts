import type { Random } from "../../random";

type NoiseOptions = { octaves: number; scale: number; ridged?: boolean };

/** Smooth noise from 0 to 1 over x from 0 to 1; `ridged` gives it crests. */
export function noiseLine(random: Random, { octaves, scale, ridged = false }: NoiseOptions): (x: number) => number {
  const layers = Array.from({ length: octaves }, (_, octave) => {
    const count = Math.ceil(scale * 2 ** octave) + 3;
    return {
      frequency: scale * 2 ** octave,
      weight: 0.5 ** octave,
      values: Array.from({ length: count }, () => random.next()),
    };
  });
  const total = layers.reduce((sum, { weight }) => sum + weight, 0);
  return (x) => {
    const at = Math.min(1, Math.max(0, x));
    return (
      layers.reduce((sum, { frequency, weight, values }) => {
        const cell = Math.floor(at * frequency);
        const t = at * frequency - cell;
        const smooth = t * t * (3 - 2 * t);
        const value = (values[cell] ?? 0) * (1 - smooth) + (values[cell + 1] ?? 0) * smooth;
        return sum + weight * (ridged ? 1 - Math.abs(2 * value - 1) : value);
      }, 0) / total
    );
  };
}
