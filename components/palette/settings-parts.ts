/** The parts of the settings in their order, and the messages that name them. */
export const SETTINGS_PARTS = {
  service: "settings.service",
  spending: "spending.title",
  language: "nav.language",
  appearance: "settings.appearance",
  told: "settings.told",
  downloads: "settings.downloads",
  keyboard: "nav.keys",
  usage: "usage.title",
  limits: "usage.limits",
  export: "export.title",
  access: "access.title",
  about: "settings.about",
} as const;
export type SettingsPart = keyof typeof SETTINGS_PARTS;

export const SETTINGS_PART_IDS = Object.keys(SETTINGS_PARTS) as SettingsPart[];

let sought: SettingsPart | undefined;

/** Asks the settings that are opened next to begin at a part. */
export function seekPart(part: SettingsPart): void {
  sought = part;
}

export function takeSoughtPart(): SettingsPart | undefined {
  const part = sought;
  sought = undefined;
  return part;
}
