/** Whether the service takes the key, and what the account holds, in millionths of a US dollar; unknown where it did not say. */
export type Account = { key: "accepted" | "refused" | "unknown"; balanceMicros?: number };

export interface AccountSource {
  read(): Promise<Account>;
}
