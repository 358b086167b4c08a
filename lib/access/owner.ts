/** Whose everything is while one person uses the studio; the row of `users` with which its database begins. */
export const OWNER = "owner";
