// biome-ignore-all lint/suspicious/noTemplateCurlyInString: the sources that are tried here are text.
import { describe, expect, it } from "vitest";
import { isTest, read, sourceFiles } from "@/tests/support/imports";
import { astOf, flatten, nodesOf } from "@/tests/support/messages";
import { rawFactsIn, rawTextsIn } from "@/tests/support/raw-text";
import { messagesFor } from "./messages";

/** What every language writes alike. */
const SAME_EVERYWHERE = new Map([
  ["f", "the mark of a frame's number, as in editing programs"],
  ["I", "a key of the keyboard"],
  ["O", "a key of the keyboard"],
  ["JSON", "the name of a format"],
  ["https://", "the beginning of an address"],
  ["maker/model/task", "the form of a model's id"],
  ["-label", "the end of an element's id"],
  ["-help", "the end of an element's id"],
]);

const sources = (...folders: string[]) =>
  sourceFiles(...folders).filter((file) => /\.tsx?$/.test(file) && !isTest(file));
const inFile = (file: string, texts: { line: number; text: string }[]) =>
  texts.map(({ line, text }) => `${file}:${line} ${text}`);

it("every text that a page or a component shows is in the messages", () => {
  const raw = sources("app", "components").flatMap((file) =>
    inFile(
      file,
      rawTextsIn(read(file), file.endsWith("x") ? "tsx" : "ts").filter(({ text }) => !SAME_EVERYWHERE.has(text)),
    ),
  );
  expect(raw).toEqual([]);
});

it("every failure tells facts, whose sentence is in the messages", () => {
  expect(
    sources("app", "lib").flatMap((file) => inFile(file, file.endsWith("x") ? [] : rawFactsIn(read(file)))),
  ).toEqual([]);
});

it("every reason of a failure has words of its own", () => {
  const problems = flatten(messagesFor("en").problems);
  const given = sources("app", "lib").flatMap((file) =>
    [...read(file).matchAll(/new AppError\(\s*"(\w+)",\s*\{\s*(?:reason|limit): "(\w+)"/g)].map(
      ([, code = "", reason = ""]) => ({ code, reason }),
    ),
  );
  expect(given.length).toBeGreaterThan(20);
  const wordless = given.filter(
    ({ code, reason }) => !nodesOf(astOf(problems.get(code) ?? "", "en")).some((node) => node.options?.[reason]),
  );
  expect(wordless).toEqual([]);
});

describe("a raw text is found", () => {
  it.each([
    ["between tags", "<p>Loading</p>", "Loading"],
    ["over several lines", "<p>\n  Two\n  lines\n</p>", "Two lines"],
    ["beside a value", "<p>{count} takes</p>", "takes"],
    ["in a fragment", "<>로딩</>", "로딩"],
    ["in either branch", "<p>{a ? t('x') : 'Off'}</p>", "Off"],
    ["behind a condition", "<p>{a && 'Busy'}</p>", "Busy"],
    ["as a fallback", "<p>{name ?? 'Nameless'}</p>", "Nameless"],
    ["in a sum", "<p>{count + ' takes'}</p>", "takes"],
    ["in a template", "<p>{`${count} s left`}</p>", "s left"],
    ["for a screen reader", "<button aria-label='Close' />", "Close"],
    ["in a title", "<b title={open ? 'Fold' : t('unfold')} />", "Fold"],
    ["in a placeholder", "<input placeholder={'Name'} />", "Name"],
    ["for who does not see a picture", "<img alt='A fox' />", "A fox"],
    ["given to a component", "<Field label='Seed' />", "Seed"],
    ["in a list of rows", "const ROWS = [{ label: 'Width' }];", "Width"],
    ["in a page's title", "export const metadata = { title: 'Gallery' };", "Gallery"],
    ["in a tab's title", "document.title = `${count} done`;", "done"],
    ["put into an element", "node.textContent = 'Saved';", "Saved"],
    ["in a question", "if (confirm('Delete it?')) go();", "Delete it?"],
    ["in a notification", "new Notification('Take done');", "Take done"],
    ["in a notification's text", "new Notification(title, { title: 'Take done' });", "Take done"],
  ])("%s", (_, source, text) => {
    expect(rawTextsIn(source).map((found) => found.text)).toContain(text);
  });

  it("with its line", () => {
    expect(rawTextsIn("const a = 1;\nconst b = <p>Loading</p>;")).toEqual([{ line: 2, text: "Loading" }]);
  });

  it("in the facts of a failure", () => {
    const texts = rawFactsIn("new AppError('conflict', { max: 3, reason: `at most ${MAX} of them` })");
    expect(texts.map(({ text }) => text)).toContain("of them");
  });
});

describe("nothing is found", () => {
  it.each([
    ["in a message", "<p aria-label={t('close')}>{t('seed', { seed })}</p>"],
    ["in marks without letters", "<p>{a} · {b} × 3 — ✓</p>"],
    ["in what styles and names elements", "<p className='flex gap-2' id='more' role='status' data-panel='watch' />"],
    ["in what a condition compares", "<p>{kind === 'video' ? t('video') : null}</p>"],
    ["in an argument", "<p>{words.join('and')}{format(name, 'short')}</p>"],
    ["in a comment", "<p>{/* Loading */}</p>"],
    ["in what is thrown for programmers", "throw new Error('used outside of its provider');"],
  ])("%s", (_, source) => {
    expect(rawTextsIn(source)).toEqual([]);
  });

  it("in the words that messages choose by", () => {
    expect(rawFactsIn("new AppError('conflict', { reason: 'tokensFull', max: MAX_TOKENS })")).toEqual([]);
  });
});
