/** Takes read at once. */
export const GALLERY_PAGE = 60;

/** Takes read at once after these: the further somebody scrolls, the further they will. */
export const NEXT_PAGE = 120;
