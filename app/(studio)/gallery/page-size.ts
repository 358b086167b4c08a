/** Takes read at once. */
export const GALLERY_PAGE = 60;
