/**
 * Whose everything is that is written, while one person uses the studio: the row of `users` with which its database begins. Every
 * store takes it from here; where people are told apart this becomes a question to the visitor.
 */
export const OWNER = "owner";
