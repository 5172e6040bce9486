import { createScanner, findNodeAtLocation, type Node, type ParseError, parse, parseTree, printParseErrorCode } from "jsonc-parser";
import { type Issue, issue, type JsonExpectation, type Location, warning } from "./issue";

/** The deepest nesting read: real files need about ten levels, a hostile one could exhaust the stack. */
export const deepestNesting = 64;

/**
 * The value of a JSON text, with every issue located by line and column: broken syntax, a key that stands twice (of which
 * `JSON.parse` would silently keep the last), and any number that is not a safe whole number (of which it would lose digits).
 * The value is `undefined` when the text is not JSON, or too deeply nested to be read.
 */
export function parseJson(text: string): { readonly value: unknown; readonly issues: readonly Issue[] } {
  const body = text.replace(byteOrderMark, "");
  const found = text === body ? [] : [warning("byteOrderMark", {}, { line: 1, column: 1 })];
  const scanned = scan(body);
  const broken = scanned.some(({ code }) => code === "tooDeep") ? [] : syntaxIssues(body);
  const readable = broken.length === 0 && !scanned.some(({ code }) => code === "tooDeep");
  return { value: readable ? JSON.parse(body) : undefined, issues: [...found, ...scanned, ...broken] };
}

/** What some programs write in front of UTF-8 text. */
const byteOrderMark = /^\uFEFF/;

/** Finds the line and column of a value in a JSON text from the keys that lead to it; nearest enclosing value if it is absent. */
export function jsonLocator(text: string): (path: readonly (string | number)[]) => Location {
  const body = text.replace(byteOrderMark, "");
  let tree: { readonly root: Node | undefined; readonly place: (offset: number) => Location } | undefined;
  return (path) => {
    tree ??= { root: parseTree(body), place: lineAndColumnIn(body) };
    for (let length = path.length; tree.root !== undefined && length >= 0; length -= 1) {
      const node = findNodeAtLocation(tree.root, path.slice(0, length));
      if (node !== undefined) return tree.place(node.offset);
    }
    return {};
  };
}

/** The scanner's token numbers. The package declares them as a `const enum`, which compilers of single files cannot read. */
const token = { openBrace: 1, closeBrace: 2, openBracket: 3, closeBracket: 4, colon: 6, string: 10, number: 11, endOfFile: 17 } as const;

/** One pass over the tokens, without recursion: keys that stand twice, numbers that lose digits, nesting that is too deep. */
function scan(text: string): Issue[] {
  const found: Issue[] = [];
  const scanner = createScanner(text, true);
  const open: Set<string>[] = [];
  let lastString: { readonly value: string; readonly location: Location } | undefined;
  for (let kind: number = scanner.scan(); kind !== token.endOfFile; kind = scanner.scan()) {
    const location = { line: scanner.getTokenStartLine() + 1, column: scanner.getTokenStartCharacter() + 1 };
    if (kind === token.openBrace || kind === token.openBracket) {
      open.push(new Set());
      if (open.length > deepestNesting) return [issue("tooDeep", { limit: deepestNesting }, location)];
    } else if (kind === token.closeBrace || kind === token.closeBracket) {
      open.pop();
    } else if (kind === token.colon && lastString !== undefined) {
      const keys = open.at(-1);
      if (keys?.has(lastString.value)) found.push(issue("duplicateKey", { key: lastString.value }, lastString.location));
      keys?.add(lastString.value);
    } else if (kind === token.number) {
      const written = scanner.getTokenValue();
      if (!/^-?\d+$/.test(written) || !Number.isSafeInteger(Number(written))) {
        found.push(issue("numberNotWhole", { received: written }, location));
      }
    }
    lastString = kind === token.string ? { value: scanner.getTokenValue(), location } : undefined;
  }
  return found;
}

function syntaxIssues(text: string): Issue[] {
  try {
    JSON.parse(text);
    return [];
  } catch {
    const errors: ParseError[] = [];
    parse(text, errors, { disallowComments: true, allowTrailingComma: false, allowEmptyContent: false });
    const [first] = errors;
    return [
      first === undefined
        ? issue("notJson", { expected: "validText" })
        : issue("notJson", { expected: expectation(first) }, lineAndColumnIn(text)(first.offset)),
    ];
  }
}

const expectations: Readonly<Record<string, JsonExpectation>> = {
  InvalidSymbol: "value",
  InvalidNumberFormat: "value",
  ValueExpected: "value",
  PropertyNameExpected: "propertyName",
  ColonExpected: "colon",
  CommaExpected: "comma",
  CloseBraceExpected: "closeBrace",
  CloseBracketExpected: "closeBracket",
  EndOfFileExpected: "endOfFile",
};

function expectation({ error }: ParseError): JsonExpectation {
  return expectations[printParseErrorCode(error)] ?? "validText";
}

/** Finds lines and columns in a text, whose line ends are looked up once. */
function lineAndColumnIn(text: string): (offset: number) => Location {
  const starts = [0, ...[...text.matchAll(/\r\n|\r|\n/g)].map(({ 0: end, index }) => index + end.length)];
  return (offset) => {
    let [line, beyond] = [0, starts.length];
    while (beyond - line > 1) {
      const middle = Math.floor((line + beyond) / 2);
      if ((starts[middle] ?? 0) <= offset) line = middle;
      else beyond = middle;
    }
    return { line: line + 1, column: offset - (starts[line] ?? 0) + 1 };
  };
}
