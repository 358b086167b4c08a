const BOX = 14;

/** A small outline in the ratio that a text such as `16:9` names. */
export function RatioShape({ ratio }: { ratio: string }) {
  const [width = 1, height = 1] = ratio.split(":").map(Number);
  const scale = BOX / Math.max(width, height);
  return (
    <span aria-hidden className="inline-flex size-4 items-center justify-center">
      <span
        className="rounded-[1px] border-[1.5px] border-current"
        style={{ width: Math.max(4, width * scale), height: Math.max(4, height * scale) }}
      />
    </span>
  );
}
