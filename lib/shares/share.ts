/** What the people who have the link see beside the videos. */
export type ShareShown = { prompt: boolean; settings: boolean; references: boolean; download: boolean };

/** A public link to one take, or to several side by side. */
export type Share = {
  id: string;
  /** Of the token that the link holds; the token itself is stored nowhere. */
  tokenHash: string;
  /** In the order shown. */
  jobIds: string[];
  title?: string;
  shown: ShareShown;
  /** Salt, cost and hash in one text. */
  password?: string;
  createdAtMs: number;
  expiresAtMs?: number;
  views: number;
  lastUsedAtMs?: number;
};

export const MAX_SHARED_JOBS = 6;
export const MAX_TITLE_CHARS = 120;
export const MIN_PASSWORD_CHARS = 6;
export const MAX_PASSWORD_CHARS = 200;
