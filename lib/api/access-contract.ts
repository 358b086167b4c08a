import { z } from "zod";
import { isoTime } from "./contract";

/** Who may come in: browsers that signed in, and tokens for scripts. */
const sessionSchema = z.object({
  id: z.string(),
  /** What the browser called itself. */
  agent: z.string(),
  /** The one that asks. */
  isThis: z.boolean(),
  createdAt: isoTime,
  lastUsedAt: isoTime,
});
export type WireSession = z.infer<typeof sessionSchema>;

export const newTokenSchema = z.strictObject({
  name: z.string().trim().min(1).max(100),
  /** `read`: to look; `submit`: also to upload, and to make and cancel takes. */
  scope: z.enum(["read", "submit"]).default("read"),
});
const apiTokenSchema = z.object({
  id: z.string(),
  name: z.string(),
  scope: z.enum(["read", "submit"]),
  createdAt: isoTime,
  lastUsedAt: isoTime.nullable(),
});
export type WireApiToken = z.infer<typeof apiTokenSchema>;

/** What a form for a password sends; `next` is where to go when it was the right one. */
export const passwordFormSchema = z.object({ password: z.string().default(""), next: z.string().default("/") });
