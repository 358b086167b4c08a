/** A cookie, so that the server knows it of a plain link: with `PLAIN` downloads are the stored files, byte for byte. */
export const DOWNLOADS_COOKIE = "dailies_downloads";
export const PLAIN = "plain";
