// A hidden page's timers run as seldom as once a minute; a worker's do not. Says a number again after so many milliseconds.
onmessage = ({ data: { id, ms } }) => setTimeout(() => postMessage(id), ms);
