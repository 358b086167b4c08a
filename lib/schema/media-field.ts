import type { FieldNotes } from "@/lib/models/model";
import { sampleOf } from "./defaults";
import { defined } from "./defined";
import type { Property } from "./dialect";
import type { Field, MediaLimits } from "./field";
import { limitsFromText } from "./limits-from-text";
import type { MediaShape } from "./media";
import type { Common } from "./reading";

export function mediaField(
  property: Property,
  common: Common,
  { media, notes }: { media: MediaShape; notes: FieldNotes },
): Field {
  const limits = notes.limits ?? mediaLimitsOf(property, media);
  const sample = sampleOf(property.default ?? property.example);
  if (media.list) {
    const { minItems, maxItems } = property;
    return {
      ...common,
      kind: "mediaList",
      media: media.media,
      limits,
      ...defined({ minItems, maxItems, tag: notes.tag }),
      ...sample,
    };
  }
  const tag = notes.tag ?? /\bcharacter\d+/i.exec(property.description ?? "")?.[0].toLowerCase();
  return { ...common, kind: media.media, limits, ...defined({ tag }), ...sample };
}

function mediaLimitsOf(property: Property, { media }: MediaShape): MediaLimits {
  const limits = limitsFromText(property.description ?? "", media);
  const megabytes = property.maxFileMegabytes ?? property.items?.maxFileMegabytes;
  return megabytes === undefined ? limits : { ...limits, maxBytes: megabytes * 1e6 };
}
