/** Gives the time of every frame that reaches the screen, in seconds, where the browser can tell. */
export function eachShownFrame(element: HTMLVideoElement, callback: (seconds: number) => void): () => void {
  if (!("requestVideoFrameCallback" in element)) return () => {};
  let handle = 0;
  const next: VideoFrameRequestCallback = (_, { mediaTime }) => {
    callback(mediaTime);
    handle = element.requestVideoFrameCallback(next);
  };
  handle = element.requestVideoFrameCallback(next);
  return () => element.cancelVideoFrameCallback(handle);
}
