import type { WireApiToken, WireSession } from "./access-contract";
import type { WireAccount } from "./account-contract";
import { post, request } from "./client";
import type { WireExportSize } from "./export-contract";
import type { WireSpending } from "./spending-contract";
import type { WireUsage } from "./usage-contract";

/** Who may come in, and what is used and spent; the same rules as for `api`. */
export const settingsApi = {
  signOut: () => request<void>("/api/session", { method: "DELETE" }),
  listSessions: () => request<{ sessions: WireSession[] }>("/api/sessions"),
  endSession: (id: string) => request<void>(`/api/sessions/${encodeURIComponent(id)}`, { method: "DELETE" }),
  listTokens: () => request<{ tokens: WireApiToken[] }>("/api/tokens"),
  /** `word` is told this once. */
  addToken: (token: { name: string; scope: "read" | "submit" }) =>
    post<{ token: WireApiToken; word: string }>("/api/tokens", token),
  removeToken: (id: string) => request<void>(`/api/tokens/${encodeURIComponent(id)}`, { method: "DELETE" }),
  readUsage: () => request<WireUsage>("/api/usage"),
  /** `isPressed`: somebody wants a new answer of the service. */
  readAccount: (isPressed: boolean) => request<WireAccount>(isPressed ? "/api/account?anew=1" : "/api/account"),
  readExportSize: () => request<WireExportSize>("/api/export/size"),
  readVersion: async () => (await request<{ version: string }>("/api/health")).version,
  readSpending: () => request<WireSpending>("/api/spending"),
};
