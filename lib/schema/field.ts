import type { JsonValue } from "@/lib/json";

export type MediaKind = "image" | "video" | "audio";

/** What the service accepts for one media value. Bytes are decimal as the service's pages write them (10 MB = 10,000,000). */
export type MediaLimits = {
  /** MIME types, for example `image/jpeg`. Absent: any type of the kind. */
  types?: string[];
  maxBytes?: number;
  /** Pixels, both sides. */
  minSide?: number;
  /** Pixels, the shorter side. */
  minShortSide?: number;
  /** Pixels, both sides multiplied. */
  maxPixels?: number;
  /** Width divided by height. */
  minRatio?: number;
  maxRatio?: number;
  minSeconds?: number;
  maxSeconds?: number;
};

/** How the length of a text is counted: each CJK ideograph weighs `cjkWeight`, every other character 1. */
export type TextLimit = { max: number; cjkWeight: 1 | 2 };

/** What a choice or number stands for, where the interface or the sandbox can do better than a plain widget. */
export type FieldRole =
  | "ratio"
  | "resolution"
  | "pixels"
  | "width"
  | "height"
  | "seconds"
  | "frames"
  | "frameRate"
  | "outputs"
  | "watermark";

/** One of a numbered series of single media keys that stands for a list (`image_url_1` … `image_url_9`). */
export type SeriesPlace = {
  base: string;
  index: number;
  /** What the whole series is called, on the member that says so. */
  label?: string;
};

type FieldBase = {
  /** The schema's key, sent as it is. */
  name: string;
  label: string;
  help?: string;
  /** The language of label and help, where it is not the reader's: a page's own words. */
  lang?: string;
  required: boolean;
  role?: FieldRole;
  /** The page's example value: shown, offered, never sent silently. */
  sample?: JsonValue;
  /** Rarely used: folded under "More". */
  advanced?: boolean;
};

export type TextField = FieldBase & { kind: "text"; default?: string; limit?: TextLimit };
export type PromptField = FieldBase & { kind: "prompt"; default?: string; limit?: TextLimit };
export type ChoiceValue = string | number | boolean;
export type ChoiceField = FieldBase & {
  kind: "choice";
  options: { value: ChoiceValue; label: string }[];
  default?: ChoiceValue;
};
export type IntegerField = FieldBase & { kind: "integer"; min?: number; max?: number; default?: number };
export type NumberField = FieldBase & { kind: "number"; min?: number; max?: number; default?: number };
export type ToggleField = FieldBase & { kind: "toggle"; default?: boolean };
export type SeedField = FieldBase & {
  kind: "seed";
  min?: number;
  max?: number;
  default?: number;
  /** The value that asks for a random seed; absent where leaving the key out does. */
  randomValue?: number;
};
type MediaBase = FieldBase & {
  limits: MediaLimits;
  series?: SeriesPlace;
  /** Written in the prompt, e.g. `character1`. */
  tag?: string;
};
export type ImageField = MediaBase & { kind: "image" };
export type VideoField = MediaBase & { kind: "video" };
export type AudioField = MediaBase & { kind: "audio" };
export type MediaListField = FieldBase & {
  kind: "mediaList";
  media: MediaKind;
  minItems?: number;
  maxItems?: number;
  limits: MediaLimits;
  /** How the prompt names the first entry, e.g. `@Audio1`; the others count on. */
  tag?: string;
};
/** An object or a list of objects whose members are known. */
export type StructuredField = FieldBase & {
  kind: "structured";
  list: boolean;
  fields: Field[];
  minItems?: number;
  maxItems?: number;
  default?: JsonValue;
};
/** Why a value is edited as JSON. The wording is a message `fields.puzzle.<code>` with `params`. */
export type Puzzle = {
  code:
    | "notDescribed"
    | "refersToItself"
    | "lostReference"
    | "severalForms"
    | "severalTypes"
    | "structuredChoices"
    | "tooDeep"
    | "membersUnknown"
    | "typeUnknown"
    | "entriesUnknown"
    | "entriesOfType";
  params: Record<string, string>;
};
/** What the compiler could not understand: edited as JSON, sent as it is. `note` says what was not understood. */
export type JsonField = FieldBase & { kind: "json"; note: Puzzle; default?: JsonValue };

export type Field =
  | TextField
  | PromptField
  | ChoiceField
  | IntegerField
  | NumberField
  | ToggleField
  | SeedField
  | ImageField
  | VideoField
  | AudioField
  | MediaListField
  | StructuredField
  | JsonField;
export type FieldKind = Field["kind"];

/** Why one value was refused. The wording is a message `issues.<code>` with `params`. */
export type IssueCode =
  | "required"
  | "unknownKey"
  | "wrongType"
  | "notInChoices"
  | "tooSmall"
  | "tooLarge"
  | "notInteger"
  | "tooLong"
  | "tooFew"
  | "tooMany"
  | "notAnAddress"
  | "unknownAsset"
  | "wrongMediaType"
  | "fileTooLarge"
  | "tooManyPixels"
  | "clipTooShort"
  | "clipTooLong"
  | "sideTooShort"
  | "ratioOutOfBounds"
  | "notJson";
export type FieldIssue = {
  /** The schema's key; for a member of a list or structure a path such as `loras.0.scale`. */
  field: string;
  code: IssueCode;
  params: Record<string, string | number>;
};
