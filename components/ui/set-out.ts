/** On the window, when somebody sets out for a page; `detail` is its address. */
export const SET_OUT_EVENT = "dailies:set-out";
