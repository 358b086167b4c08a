/** What errors of this studio, of Node, SQLite and the packages are made of, and nothing that a prompt or a secret needs. */
const KNOWN = new Set(
  `a above abort aborted access after again aggregate allocation already an and another answer any apply argument array as
  assertion async at attempt await back bad be before below been body both broke broken buffer busy by bytes call callback
  called came can cannot circular class close closed code column columns component connect connection constraint constructor
  content convert convertible converting copied corrupt could created cross database decode decoder default defined delete
  denied descriptor destroyed device did directory disconnected disk does done duplicate during each element empty encode
  encoder end ended ends error errors exceeded exist exists exit exited expected expired failed failure fetch few file first
  folder for foreign found from full function gave get given had handle handler handshake has have header headers heap hook
  host id idle import in incomplete index initialization input integer internal invalid io is it iterable its join json keep
  kind last left length limit limits line locked logic made malformed many maximum memory message missing mode model module
  more must name near need no node none not nothing null number object of off on one only open opened operation or other out
  output over own page part parse path permission permitted picture pipe pool position possible premature private process
  promise properties property protocol prototype public range read readable reading reason received record redirect redirects
  reference refused reject rejected render rendered request required reserved reset resolve response result retry returned
  right row rows same schema script secure sent server set setting signal size size small socket space stack stale started
  state statement status stop stopped storage stored stream string structure such support supported symbol syntax table take
  temporary terminated than that the then there this thread throw thrown time timed timeout to token too trash truncated
  tried try type unable undefined unexpected unhandled unique unknown unreadable unreachable unsupported until update upload
  use used valid value values variable version video was were when where which while with within without worker write
  writing written wrong`.split(/\s+/),
);

const MAX_WORDS = 40;
const LEFT_OUT = "…";

/**
 * What somebody else's text says, told by words of the list above: all the rest (names, values, addresses, prompts) is left out. So no
 * secret comes through, wherever it stands and whatever it looks like. A status of HTTP stays.
 */
export function plainWords(text: string): string {
  const words = text.slice(0, 2_000).match(/HTTP [1-5]\d\d\b|[^\s]+/g) ?? [];
  const told = words.map(tell).filter((word, at, all) => word !== LEFT_OUT || all[at - 1] !== LEFT_OUT);
  return told.slice(0, MAX_WORDS).join(" ");
}

function tell(word: string): string {
  if (/^HTTP [1-5]\d\d$/.test(word)) return word;
  const bare = word.replace(/^[("']+|[)"'.,:;]+$/g, "").toLowerCase();
  return KNOWN.has(bare) ? bare : LEFT_OUT;
}
