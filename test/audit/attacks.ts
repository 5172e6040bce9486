import {
  bytesOf,
  compared,
  corrected,
  council,
  example,
  grading,
  lineAt,
  rootIn,
  rounds,
  sealedFrom,
  signed,
  tiny,
  tinyRoot,
} from "./records";
import {
  type Content,
  canonical,
  entryOf,
  type Hashing,
  headLine,
  type Json,
  keyFrom,
  remade,
  resealed,
  rfc9162,
  sha256,
  signatureLine,
  type WrittenLine,
  withoutLeafMark,
  withoutNodeMark,
} from "./secondWriter";

/** Where and what a verifier has to tell. A notice does not keep a record from holding. */
export interface ExpectedIssue {
  readonly code: string;
  readonly notice?: true;
  readonly line?: number;
  readonly entry?: number;
  readonly unit?: string;
  readonly criterion?: string;
}

export interface ExpectedDifference {
  readonly unit: string;
  readonly round?: string;
  readonly code?: string;
  readonly what: string;
  readonly recorded: string;
  readonly recomputed: string;
  readonly cause: "engine" | "criteria" | "evidence" | "result";
}

/** What recomputing has to tell: every difference, or some of very many; what else is wrong beyond what verifying told. */
export interface ExpectedReplay {
  readonly identical: boolean;
  readonly differences?: readonly ExpectedDifference[];
  readonly among?: readonly ExpectedDifference[];
  readonly issues?: readonly ExpectedIssue[];
}

/** One attack, or one change that is none, and what has to be found: written by hand from the rules of the format. */
export interface Attack {
  readonly name: string;
  readonly says: { readonly vi: string; readonly en: string };
  readonly file: readonly string[] | Uint8Array;
  /** Printed roots that the record is held against. */
  readonly roots?: readonly string[];
  /** Public keys of those who must have signed. */
  readonly keys?: readonly string[];
  /** The digest of the set by which the record is to be recomputed. */
  readonly criteria?: string;
  readonly expect: {
    readonly holds: boolean;
    readonly issues: readonly ExpectedIssue[];
    readonly replay?: ExpectedReplay | { readonly refused: readonly ExpectedIssue[] };
  };
}

/** A line with one thing in it written otherwise. */
function edited(lines: readonly string[], number: number, from: string, to: string): readonly string[] {
  const line = lines[number - 1] ?? "";
  if (line.split(from).length !== 2) throw new Error(`line ${number} has "${from}" ${line.split(from).length - 1} times`);
  return lines.map((own, index) => (index === number - 1 ? line.replace(from, () => to) : own));
}

/** Every entry written anew after one of them was changed; the attacker makes all digests, the chain and the roots anew too. */
function remadeWith(lines: readonly string[], number: number, change: (content: Content) => Content): readonly string[] {
  return remade(lines, (line) => [line.entry.predicate.number === number ? withContent(line, change) : line]);
}

function withContent(line: WrittenLine, change: (content: Content) => Content): WrittenLine {
  const { entry } = line;
  return { ...line, entry: { ...entry, predicate: { ...entry.predicate, content: change(entry.predicate.content) } } };
}

function without(lines: readonly string[], number: number): readonly string[] {
  return lines.filter((_, index) => index !== number - 1);
}

function written(lines: readonly string[], number: number): WrittenLine {
  return JSON.parse(lineAt(lines, number));
}

/** The first entries of a record, and a head over just them. */
function beginning(lines: readonly string[], size: number, hashing: Hashing = rfc9162): readonly string[] {
  const entries = lines.slice(0, size);
  return [...entries, headLine(entries, hashing)];
}

/** The keys of every object in the opposite order. */
function turned(value: Json): string {
  if (Array.isArray(value)) return `[${value.map(turned).join(",")}]`;
  if (typeof value !== "object") return JSON.stringify(value);
  const entries = Object.entries(value).reverse();
  return `{${entries.map(([key, below]) => `${JSON.stringify(key)}:${turned(below)}`).join(",")}}`;
}

const xaA = { line: 3, entry: 3, unit: "xa-a" };
const xaB = { line: 4, entry: 4, unit: "xa-b" };
const scoreOfXaB = { line: 7, entry: 7, unit: "xa-b" };
const ofXaB = { unit: "xa-b", round: "appraised" };
const changed = (what: object) => ({ code: "partChanged", ...what });

/** What 990 instead of 940 dossiers in time do to xa-b: 4 × 0,99 = 3,96 points instead of none below 95 %. */
function betterForXaB(cause: ExpectedDifference["cause"]): readonly ExpectedDifference[] {
  return [
    { ...ofXaB, code: "1", what: "points", recorded: "1", recomputed: "4.96", cause },
    { ...ofXaB, code: "1.2", what: "points", recorded: "0", recomputed: "3.96", cause },
    { ...ofXaB, what: "base", recorded: "4.01", recomputed: "7.97", cause },
    { ...ofXaB, what: "index", recorded: "40.1", recomputed: "79.7", cause },
    { ...ofXaB, what: "points", recorded: "4.01", recomputed: "7.97", cause },
    { ...ofXaB, what: "published", recorded: "40.10", recomputed: "79.70", cause },
  ];
}

const whole = { holds: true, issues: [], replay: { identical: true, differences: [] } } as const;
const rearranged = { code: "lineRearranged", notice: true } as const;

const honest: readonly Attack[] = [
  {
    name: "happyPath",
    says: { vi: "Hồ sơ nguyên vẹn của ba đơn vị", en: "A whole record of three units" },
    file: tiny,
    roots: [tinyRoot],
    expect: whole,
  },
  {
    name: "happyRounds",
    says: { vi: "Hồ sơ nguyên vẹn qua bốn vòng đánh giá", en: "A whole record of four rounds" },
    file: rounds,
    expect: whole,
  },
  {
    name: "happyGrading",
    says: { vi: "Hồ sơ nguyên vẹn có xếp loại", en: "A whole record with grades" },
    file: grading,
    expect: whole,
  },
  {
    name: "happyCorrection",
    says: {
      vi: "Hồ sơ có phần đính chính, đối chiếu với gốc in ở lần công bố đầu: giữ nguyên phần đầu",
      en: "A record with corrections, held against the root printed at first: the beginning is as it was",
    },
    file: corrected,
    roots: [tinyRoot],
    expect: { ...whole, issues: [{ code: "rootOfBeginning", notice: true }] },
  },
  {
    name: "happySignature",
    says: { vi: "Hồ sơ có chữ ký của hội đồng", en: "A record signed by the council" },
    file: signed,
    keys: [council.pem],
    expect: whole,
  },
  ...([1, 2, 3, 4, 5] as const).map(
    (size): Attack => ({
      name: `${["one", "two", "three", "four", "five"][size - 1]}${size === 1 ? "Entry" : "Entries"}`,
      says: { vi: `Cây có ${size} bản ghi`, en: `A tree of ${size} ${size === 1 ? "entry" : "entries"}` },
      file: beginning(tiny, size),
      roots: [rootIn(lineAt(beginning(tiny, size), size + 1))],
      expect: { holds: true, issues: [] },
    }),
  ),
];

const edits: readonly Attack[] = [
  {
    name: "editedPoints",
    says: { vi: "Sửa điểm tiêu chí 1.2 của xã B", en: "The points of xa-b in 1.2 edited" },
    file: edited(tiny, 7, '"1.2":{"appraised":"0"}', '"1.2":{"appraised":"3.96"}'),
    expect: {
      holds: false,
      issues: [changed({ ...scoreOfXaB, criterion: "1.2" })],
      replay: {
        identical: false,
        differences: [{ ...ofXaB, code: "1.2", what: "points", recorded: "3.96", recomputed: "0", cause: "result" }],
      },
    },
  },
  {
    name: "editedPlace",
    says: { vi: "Sửa thứ hạng của xã B", en: "The rank of xa-b edited" },
    file: edited(tiny, 7, '"rank":2', '"rank":1'),
    expect: {
      holds: false,
      issues: [changed(scoreOfXaB)],
      replay: { identical: false, differences: [{ ...ofXaB, what: "place", recorded: "1", recomputed: "2", cause: "result" }] },
    },
  },
  {
    name: "editedEvidence",
    says: { vi: "Sửa số hồ sơ đúng hạn của xã B", en: "The dossiers that xa-b settled in time edited" },
    file: edited(tiny, 4, '"done":940', '"done":990'),
    expect: {
      holds: false,
      issues: [changed({ ...xaB, criterion: "1.2" })],
      replay: { identical: false, differences: betterForXaB("evidence") },
    },
  },
  {
    name: "editedEvidenceMovesAnotherUnit",
    says: {
      vi: "Sửa tỷ lệ hài lòng của xã B từ 80 xuống 60: trung bình giảm từ 70 xuống 60, và điểm của xã A tăng",
      en: "The rate of xa-b edited from 80 to 60: the mean falls from 70 to 60, and the points of xa-a rise",
    },
    file: edited(compared, 3, '"percent":"80"', '"percent":"60"'),
    expect: {
      holds: false,
      issues: [changed({ line: 3, entry: 3, unit: "xa-b", criterion: "2" })],
      replay: {
        identical: false,
        // xa-a: 4 × 60/70, then 4 × 60/60; with 2 and 3,82 in criterion 1. 5,82 + 24/7 = 3237/350, of 10.
        differences: (
          [
            ["2", "points", "24/7", "4"],
            [undefined, "base", "3237/350", "9.82"],
            [undefined, "index", "3237/35", "98.2"],
            [undefined, "points", "3237/350", "9.82"],
            [undefined, "published", "92.49", "98.20"],
          ] as const
        ).map(([code, what, recorded, recomputed]) => ({
          unit: "xa-a",
          round: "appraised",
          ...(code === undefined ? {} : { code }),
          what,
          recorded,
          recomputed,
          cause: "evidence" as const,
        })),
      },
    },
  },
  {
    name: "editedSubject",
    says: { vi: "Sửa mã băm của tiêu chí 2 trong phần chủ thể", en: "The digest of criterion 2 in a subject edited" },
    file: (() => {
      const { digest } = written(tiny, 4).entry.subject.find(({ name }) => name === "items/2") ?? { digest: { sha256: "" } };
      return edited(tiny, 4, digest.sha256, "0".repeat(64));
    })(),
    expect: {
      holds: false,
      issues: [changed({ ...xaB, criterion: "2" })],
      replay: { identical: false, differences: [] },
    },
  },
  {
    name: "editedDigest",
    says: { vi: "Sửa mã băm của một bản ghi", en: "The digest of an entry edited" },
    file: edited(tiny, 4, `{"digest":"${written(tiny, 4).digest}"`, `{"digest":"${"0".repeat(64)}"`),
    expect: {
      holds: false,
      issues: [{ code: "entryChanged", ...xaB }],
      replay: { identical: false, differences: [] },
    },
  },
  {
    name: "editedCriteria",
    says: { vi: "Nâng điểm tối đa của tiêu chí 2 từ 4 lên 5", en: "The maximum of criterion 2 raised from 4 to 5" },
    file: (() => {
      const raised = edited(tiny, 1, '"maxPoints":"10"', '"maxPoints":"11"');
      return edited(raised, 1, '"code":"2","maxPoints":"4"', '"code":"2","maxPoints":"5"');
    })(),
    expect: {
      holds: false,
      issues: [changed({ line: 1, entry: 1 }), changed({ line: 1, entry: 1, criterion: "2" })],
      replay: {
        identical: false,
        among: [
          { unit: "xa-a", round: "appraised", code: "2", what: "points", recorded: "3.3", recomputed: "4.125", cause: "criteria" },
          { ...ofXaB, code: "2", what: "points", recorded: "3.01", recomputed: "3.7625", cause: "criteria" },
        ],
        issues: [{ code: "criteriaDigestDiffers", entry: 1 }],
      },
    },
  },
  {
    name: "unitRenamed",
    says: { vi: "Đổi mã của xã A", en: "The id of xa-a edited" },
    file: edited(tiny, 3, '"id":"xa-a"', '"id":"xa-z"'),
    expect: { holds: false, issues: [changed({ line: 3, entry: 3, unit: "xa-z" })], replay: { identical: false } },
  },
  {
    name: "editedText",
    says: { vi: "Sửa tên xã A, văn bản có thể được ẩn", en: "The name of xa-a edited, a text that may be withheld" },
    file: edited(tiny, 3, '"value":"Xã A"', '"value":"Xã Ă"'),
    expect: { holds: false, issues: [{ code: "textChanged", ...xaA }], replay: { identical: false, differences: [] } },
  },
  {
    name: "editedReason",
    says: { vi: "Sửa lý do không áp dụng tiêu chí 2 của sở C", en: "The reason why criterion 2 does not apply to so-c edited" },
    file: edited(tiny, 2, "không có đối tượng", "chưa có đối tượng"),
    expect: {
      holds: false,
      issues: [{ code: "textChanged", line: 2, entry: 2, unit: "so-c", criterion: "2" }],
      replay: { identical: false, differences: [] },
    },
  },
  {
    name: "editedReasonOfCorrection",
    says: { vi: "Sửa lý do đính chính", en: "The reason of a correction edited" },
    file: edited(corrected, 10, "Nhập nhầm số hồ sơ", "Nhập nhầm số liệu"),
    expect: {
      holds: false,
      issues: [{ code: "textChanged", line: 10, entry: 9, unit: "xa-b" }],
      replay: { identical: false, differences: [] },
    },
  },
  {
    name: "droppedText",
    says: { vi: "Bỏ tên xã A: ẩn khi công khai, hồ sơ vẫn nguyên vẹn", en: "The name of xa-a left out: withheld, and the record holds" },
    file: (() => {
      const line = written(tiny, 3);
      const texts = Object.fromEntries(Object.entries(line.texts).filter(([, text]) => canonical(text).includes("Xã A") === false));
      return tiny.map((own, index) => (index === 2 ? canonical({ ...line, texts }) : own));
    })(),
    roots: [tinyRoot],
    expect: whole,
  },
  {
    name: "strayText",
    says: { vi: "Thêm một văn bản không thuộc chỗ nào", en: "A text added that belongs nowhere" },
    file: edited(tiny, 3, '"texts":{', `"texts":{"${"0".repeat(64)}":{"salt":"","value":"Xã A"},`),
    expect: { holds: false, issues: [{ code: "strayText", ...xaA }], replay: { identical: false, differences: [] } },
  },
  {
    name: "strayTextUnderPrototype",
    says: { vi: "Thêm một văn bản dưới tên __proto__", en: "A text added under the name __proto__" },
    file: (() => {
      const line = written(tiny, 3);
      const texts = Object.fromEntries([...Object.entries(line.texts), ["__proto__", { salt: "", value: "Xã A" }]]);
      return tiny.map((own, index) => (index === 2 ? canonical({ ...line, texts }) : own));
    })(),
    expect: { holds: false, issues: [{ code: "strayText", ...xaA }], replay: { identical: false, differences: [] } },
  },
  {
    name: "prototypeKey",
    says: { vi: "Thêm trường __proto__ vào nội dung", en: "A field __proto__ added to the content" },
    file: edited(tiny, 4, '"content":{', '"content":{"__proto__":{"items":"none"},'),
    expect: {
      holds: false,
      issues: [changed(xaB)],
      replay: { identical: false, among: [], issues: [{ code: "reservedKey" }, { code: "unknownKey", unit: "xa-b" }] },
    },
  },
];

const order: readonly Attack[] = [
  {
    name: "swappedEntries",
    says: { vi: "Đổi chỗ hai bản ghi 3 và 4", en: "Entries 3 and 4 swapped" },
    file: [...tiny.slice(0, 2), lineAt(tiny, 4), lineAt(tiny, 3), ...tiny.slice(4)],
    expect: {
      holds: false,
      issues: [
        { code: "entryOutOfOrder", line: 3, entry: 4, unit: "xa-b" },
        { code: "entryOutOfOrder", line: 4, entry: 3, unit: "xa-a" },
        { code: "entryOutOfOrder", line: 5, entry: 5, unit: "so-c" },
      ],
      replay: { identical: false, differences: [] },
    },
  },
  {
    name: "droppedEntry",
    says: { vi: "Bỏ bản ghi số liệu của xã B", en: "The evidence of xa-b dropped" },
    file: without(tiny, 4),
    expect: {
      holds: false,
      issues: [{ code: "entryOutOfOrder", line: 4, entry: 5, unit: "so-c" }],
      replay: {
        identical: false,
        differences: [
          { unit: "xa-a", round: "appraised", what: "place", recorded: "2", recomputed: "1", cause: "result" },
          { unit: "xa-b", what: "unit", recorded: "✓", recomputed: "–", cause: "result" },
          { unit: "–", what: "units", recorded: "3", recomputed: "2", cause: "result" },
        ],
      },
    },
  },
  {
    name: "duplicatedEntry",
    says: { vi: "Chép bản ghi 4 hai lần", en: "Entry 4 copied" },
    file: [...tiny.slice(0, 4), lineAt(tiny, 4), ...tiny.slice(4)],
    expect: {
      holds: false,
      issues: [{ code: "entryOutOfOrder", line: 5, entry: 4, unit: "xa-b" }],
      replay: { identical: false, differences: [] },
    },
  },
  {
    name: "truncatedTail",
    says: { vi: "Cắt phần cuối: mất bản ghi công bố và gốc", en: "The tail cut off: publication and head are gone" },
    file: tiny.slice(0, 7),
    expect: { holds: false, issues: [{ code: "headMissing", line: 8 }], replay: { identical: false, differences: [] } },
  },
  {
    name: "truncatedHead",
    says: { vi: "Mất dòng gốc", en: "The head is gone" },
    file: tiny.slice(0, 8),
    expect: { holds: false, issues: [{ code: "headMissing", line: 9 }], replay: { identical: false, differences: [] } },
  },
  {
    name: "truncatedTailUnderNewRoot",
    says: {
      vi: "Cắt phần cuối rồi lập gốc mới: tự nó nguyên vẹn, nhưng không khớp gốc đã in",
      en: "The tail cut off under a new head: whole in itself, but not by the printed root",
    },
    file: beginning(tiny, 7),
    roots: [tinyRoot],
    expect: { holds: false, issues: [{ code: "rootNotFound" }] },
  },
  {
    name: "trailingGarbage",
    says: { vi: "Thêm chữ vào cuối tệp", en: "Words added at the end" },
    file: [...tiny, "hết"],
    expect: { holds: false, issues: [{ code: "notJson", line: 10 }], replay: { identical: false, differences: [] } },
  },
  {
    name: "trailingObject",
    says: { vi: "Thêm một dòng JSON lạ vào cuối tệp", en: "A line of strange JSON added at the end" },
    file: [...tiny, '{"note":"đã kiểm tra"}'],
    expect: { holds: false, issues: [{ code: "lineUnknown", line: 10 }], replay: { identical: false, differences: [] } },
  },
  {
    name: "blankLine",
    says: { vi: "Chèn một dòng trống", en: "A blank line put in" },
    file: [...tiny.slice(0, 4), "", ...tiny.slice(4)],
    expect: { holds: false, issues: [{ code: "notJson", line: 5 }], replay: { identical: false, differences: [] } },
  },
  {
    name: "emptyFile",
    says: { vi: "Tệp trống", en: "An empty file" },
    file: [],
    expect: {
      holds: false,
      issues: [{ code: "notARecord" }],
      replay: { refused: [{ code: "notARecord" }, { code: "criteriaNotRecorded" }] },
    },
  },
  {
    name: "onlyHead",
    says: { vi: "Chỉ có dòng gốc", en: "Only a head" },
    file: tiny.slice(8),
    expect: { holds: false, issues: [{ code: "headOfOtherSize", line: 1 }, { code: "notARecord" }] },
  },
];

const roots: readonly Attack[] = [
  {
    name: "forgedRoot",
    says: { vi: "Sửa gốc trong tệp", en: "The root in the file edited" },
    file: edited(tiny, 9, tinyRoot, "0".repeat(64)),
    expect: { holds: false, issues: [{ code: "headDiffers", line: 9 }], replay: { identical: false, differences: [] } },
  },
  {
    name: "otherPrintedRoot",
    says: { vi: "Gốc đã in là của hồ sơ khác", en: "The printed root is of another record" },
    file: tiny,
    roots: [rootIn(lineAt(rounds, rounds.length))],
    expect: { holds: false, issues: [{ code: "rootNotFound" }] },
  },
  {
    name: "leafHashedWithoutMark",
    says: {
      vi: "Gốc của một cây băm lá không có byte 0: nút có thể bị nhận nhầm là lá",
      en: "The root of a tree whose leaves are hashed without the byte 0: a node could be taken for a leaf",
    },
    file: beginning(tiny, 8, withoutLeafMark),
    expect: { holds: false, issues: [{ code: "headDiffers", line: 9 }] },
  },
  {
    name: "nodeHashedWithoutMark",
    says: {
      vi: "Gốc của một cây băm nút không có byte 1: lá có thể bị nhận nhầm là nút",
      en: "The root of a tree whose nodes are hashed without the byte 1: a leaf could be taken for a node",
    },
    file: beginning(tiny, 8, withoutNodeMark),
    expect: { holds: false, issues: [{ code: "headDiffers", line: 9 }] },
  },
  {
    name: "nodesCountedAsLeaves",
    says: {
      vi: "Gốc đúng, nhưng khai có bốn lá: bốn nút ở tầng trên",
      en: "The right root said to be over four leaves: the four nodes above",
    },
    file: edited(tiny, 9, '"size":8', '"size":4'),
    expect: { holds: false, issues: [{ code: "headOfOtherSize", line: 9 }] },
  },
  {
    name: "rootOfWholeOverHalf",
    says: { vi: "Nửa hồ sơ dưới gốc của cả hồ sơ", en: "Half of a record under the root of the whole" },
    file: [...tiny.slice(0, 4), canonical({ head: { root: tinyRoot, size: 4 } })],
    roots: [tinyRoot],
    expect: { holds: false, issues: [{ code: "headDiffers", line: 5 }, { code: "rootNotFound" }] },
  },
  {
    name: "headInTheMiddleForged",
    says: { vi: "Sửa gốc của lần công bố đầu", en: "The root of the first publication edited" },
    file: edited(corrected, 9, tinyRoot, "0".repeat(64)),
    expect: { holds: false, issues: [{ code: "headDiffers", line: 9 }] },
  },
  {
    name: "headInTheMiddleDropped",
    says: {
      vi: "Bỏ dòng gốc của lần công bố đầu: bản ghi công bố vẫn còn trong cây, và gốc đã in vẫn đối chiếu được",
      en: "The head of the first publication left out: its entry is in the tree, and the printed root is still found",
    },
    file: without(corrected, 9),
    roots: [tinyRoot],
    expect: { ...whole, issues: [{ code: "rootOfBeginning", notice: true }] },
  },
];

const withDigestsAnew: readonly Attack[] = [
  {
    name: "entryResealed",
    says: {
      vi: "Sửa số liệu của xã B và lập lại mọi mã băm của chính bản ghi đó",
      en: "The evidence of xa-b edited, and all digests of its own entry made anew",
    },
    file: (() => {
      const [line] = edited(tiny, 4, '"done":940', '"done":990').slice(3, 4);
      return tiny.map((own, index) => (index === 3 ? canonical(resealed(JSON.parse(line ?? ""), written(tiny, 3))) : own));
    })(),
    expect: {
      holds: false,
      issues: [{ code: "chainBroken", line: 5, entry: 5, unit: "so-c" }],
      replay: { identical: false, differences: betterForXaB("result") },
    },
  },
  {
    name: "evidenceForgedThroughout",
    says: {
      vi: "Sửa số liệu của xã B và lập lại toàn bộ hồ sơ: tự nó nguyên vẹn, nhưng điểm không khớp số liệu",
      en: "The evidence of xa-b edited, and the whole record made anew: it holds in itself, but the points are not what the evidence gives",
    },
    file: remadeWith(edited(tiny, 4, '"done":940', '"done":990'), 0, (content) => content),
    expect: { holds: true, issues: [], replay: { identical: false, differences: betterForXaB("result") } },
  },
  {
    name: "resultForgedThroughout",
    says: {
      vi: "Sửa thứ hạng của xã B và lập lại toàn bộ hồ sơ",
      en: "The rank of xa-b edited, and the whole record made anew",
    },
    file: remadeWith(edited(tiny, 7, '"rank":2', '"rank":1'), 0, (content) => content),
    expect: {
      holds: true,
      issues: [],
      replay: { identical: false, differences: [{ ...ofXaB, what: "place", recorded: "1", recomputed: "2", cause: "result" }] },
    },
  },
  {
    name: "wholeRecordForged",
    says: {
      vi: "Một hồ sơ khác được niêm phong đúng cách, đối chiếu với gốc đã in",
      en: "Another record, sealed as it should be, held against the printed root",
    },
    file: sealedFrom({ file: example.file, reports: JSON.parse(JSON.stringify(example.reports).replace('"done":940', '"done":990')) }),
    roots: [tinyRoot],
    expect: { holds: false, issues: [{ code: "rootNotFound" }] },
  },
  {
    name: "entryAdded",
    says: { vi: "Thêm một bộ tiêu chí thứ hai và lập lại toàn bộ hồ sơ", en: "A second set added, and the whole record made anew" },
    file: remade(tiny, (line) => {
      if (line.entry.predicate.number !== 1) return [line];
      return [line, withContent(line, (content) => ({ ...content, digest: "0".repeat(64) }))];
    }),
    expect: {
      holds: true,
      issues: [],
      replay: { identical: false, differences: [], issues: [{ code: "criteriaDigestDiffers", entry: 2 }] },
    },
  },
  {
    name: "pinnedEditionForged",
    says: { vi: "Hồ sơ khai một bộ tiêu chí khác với bộ nó chứa", en: "A record names another edition than the one it holds" },
    file: remadeWith(tiny, 1, (content) => ({ ...content, id: "example/rounds" })),
    expect: { holds: true, issues: [], replay: { identical: false, differences: [], issues: [{ code: "otherCriteria", entry: 1 }] } },
  },
  {
    name: "resultOfOtherEdition",
    says: { vi: "Kết quả của xã B khai theo bộ tiêu chí khác", en: "The result of xa-b pins another set" },
    file: remadeWith(tiny, 7, (content) => ({ ...content, criteria: "0".repeat(64) })),
    expect: {
      holds: true,
      issues: [],
      replay: { identical: false, differences: [], issues: [{ code: "criteriaDigestDiffers", entry: 7, unit: "xa-b" }] },
    },
  },
  {
    name: "wrongNumberOfUnits",
    says: { vi: "Bản ghi công bố khai năm đơn vị", en: "The publication counts five units" },
    file: remadeWith(tiny, 8, (content) => ({ ...content, units: 5 })),
    expect: {
      holds: true,
      issues: [],
      replay: { identical: false, differences: [{ unit: "–", what: "units", recorded: "5", recomputed: "3", cause: "result" }] },
    },
  },
  {
    name: "wrongEdition",
    says: { vi: "Tính lại theo một bộ tiêu chí khác với bộ trong hồ sơ", en: "Recomputed by another set than the record's" },
    file: tiny,
    criteria: sha256(canonical(entryOf(lineAt(rounds, 1)).predicate.content.file)),
    expect: { holds: true, issues: [], replay: { refused: [{ code: "criteriaDigestDiffers" }] } },
  },
  {
    name: "futureEngine",
    says: { vi: "Hồ sơ do phiên bản sau này tính, chữ số như nhau", en: "A record of a later version, of which no digit differs" },
    file: withEngine("99.0.0"),
    expect: {
      holds: true,
      issues: [],
      replay: { identical: true, differences: [], issues: [{ code: "otherEngine", notice: true }] },
    },
  },
  {
    name: "pastEngineOtherDigits",
    says: { vi: "Hồ sơ do phiên bản trước tính, một chữ số khác đi", en: "A record of an earlier version, of which a digit differs" },
    file: remadeWith(withEngine("0.0.1"), 7, (content) => JSON.parse(canonical(content).replace('"rank":2', '"rank":1'))),
    expect: {
      holds: true,
      issues: [],
      replay: {
        identical: false,
        differences: [{ ...ofXaB, what: "place", recorded: "1", recomputed: "2", cause: "engine" }],
        issues: [{ code: "otherEngine", notice: true }],
      },
    },
  },
];

function withEngine(version: string): readonly string[] {
  return remade(tiny, (line) => [
    withContent(line, (content) => (content.engine === undefined ? content : { ...content, engine: { name: "par-index", version } })),
  ]);
}

const correctionOf = { line: 10, entry: 9, unit: "xa-b" };
const correctsNothing = { code: "correctsNothing", ...correctionOf };

const corrections: readonly Attack[] = [
  {
    name: "correctsAbsentEntry",
    says: { vi: "Đính chính một bản ghi không có", en: "A correction of an entry that is not there" },
    file: remadeWith(corrected, 9, (content) => ({ ...content, replaces: { ...(content.replaces as Content), number: 99 } })),
    expect: {
      holds: false,
      issues: [correctsNothing],
      replay: { identical: false, among: [], issues: [{ code: "duplicateUnit", unit: "xa-b" }] },
    },
  },
  {
    name: "correctsByEmptyName",
    says: { vi: "Đính chính không nêu bản ghi nào", en: "A correction that names no entry" },
    file: remadeWith(corrected, 9, (content) => ({ ...content, replaces: {} })),
    expect: {
      holds: false,
      issues: [correctsNothing],
      replay: { identical: false, among: [], issues: [{ code: "duplicateUnit", unit: "xa-b" }] },
    },
  },
  {
    name: "correctsAnotherUnit",
    says: { vi: "Bản đính chính của xã B thay bản ghi của xã A", en: "A correction of xa-b takes the place of what xa-a reported" },
    file: remadeWith(corrected, 9, (content) => ({ ...content, replaces: { number: 3, digest: written(tiny, 3).digest } })),
    expect: {
      holds: false,
      issues: [correctsNothing],
      replay: { identical: false, among: [], issues: [{ code: "duplicateUnit", unit: "xa-b" }] },
    },
  },
  {
    name: "correctsTwice",
    says: { vi: "Đính chính một bản ghi hai lần", en: "An entry corrected twice" },
    file: remade(corrected, (line) => (line.entry.predicate.number === 9 ? [line, line] : [line])),
    expect: { holds: false, issues: [{ ...correctsNothing, line: 11, entry: 10 }] },
  },
  {
    name: "correctsByNothing",
    says: { vi: "Bản đính chính không có nội dung mới", en: "A correction that states nothing anew" },
    file: remadeWith(corrected, 9, ({ now: _, ...content }) => content),
    // The name that stood in the new content belongs nowhere now.
    expect: {
      holds: false,
      issues: ["strayText", "correctsNothing"].map((code) => ({ code, line: 10, entry: 9 })),
    },
  },
  {
    name: "resultWithdrawn",
    says: { vi: "Rút kết quả của xã B và lập lại toàn bộ hồ sơ", en: "The result of xa-b withdrawn, and the whole record made anew" },
    file: remade(corrected, (line) => {
      const { predicate } = line.entry;
      if (predicate.number !== 10) return [line];
      const { replaces = "", reason = "" } = predicate.content;
      const content = { withdraws: replaces, reason, unit: { id: "xa-b", group: "commune" } };
      return [{ ...line, entry: { ...line.entry, predicateType: "par-index:withdrawn/1", predicate: { ...predicate, content } } }];
    }),
    expect: {
      holds: true,
      issues: [],
      replay: { identical: false, differences: [{ unit: "xa-b", what: "unit", recorded: "–", recomputed: "✓", cause: "result" }] },
    },
  },
];

const signatures: readonly Attack[] = [
  {
    name: "signatureOfAnotherRecord",
    says: { vi: "Chữ ký của hồ sơ khác", en: "The signature of another record" },
    file: [...tiny, signatureLine(council, lineAt(rounds, rounds.length))],
    expect: { holds: false, issues: [{ code: "signatureOfOtherHead", line: 10 }] },
  },
  {
    name: "signerEdited",
    says: { vi: "Sửa tên người ký", en: "The name of a signer edited" },
    file: edited(signed, 10, "Hội đồng thẩm định", "Hội đồng nhân dân"),
    keys: [council.pem],
    expect: { holds: false, issues: [{ code: "signatureBroken", line: 10 }] },
  },
  {
    name: "signatureByAnotherKey",
    says: { vi: "Không có chữ ký của khóa được nêu", en: "No signature by the key given" },
    file: signed,
    keys: [keyFrom(8).pem],
    expect: { holds: false, issues: [{ code: "signatureMissing" }] },
  },
  {
    name: "signatureBeforeCorrection",
    says: {
      vi: "Hội đồng ký lần công bố đầu, chưa ký phần đính chính",
      en: "The council signed the first publication, and not what was added",
    },
    file: [...corrected, signatureLine(council, lineAt(tiny, 9))],
    keys: [council.pem],
    expect: { ...whole, issues: [{ code: "rootOfBeginning", notice: true, line: 14 }] },
  },
];

const writing: readonly Attack[] = [
  {
    name: "reorderedKeys",
    says: { vi: "Đảo thứ tự trường trong một dòng: nội dung như cũ", en: "Keys of a line in another order: it says the same" },
    file: tiny.map((line, index) => (index === 3 ? turned(JSON.parse(line)) : line)),
    roots: [tinyRoot],
    expect: { ...whole, issues: [{ ...rearranged, ...xaB }] },
  },
  {
    name: "byteOrderMark",
    says: { vi: "Tệp được lưu lại với BOM", en: "The file saved with a byte order mark" },
    file: tiny.map((line, index) => (index === 0 ? `\ufeff${line}` : line)),
    expect: { ...whole, issues: [{ ...rearranged, line: 1, entry: 1 }] },
  },
  {
    name: "windowsLineEnds",
    says: { vi: "Tệp được lưu lại với dấu xuống dòng của Windows", en: "The file saved with the line ends of Windows" },
    file: tiny.map((line) => `${line}\r`),
    expect: {
      ...whole,
      issues: [
        { ...rearranged, line: 1, entry: 1 },
        { ...rearranged, line: 2, entry: 2, unit: "so-c" },
        { ...rearranged, ...xaA },
        { ...rearranged, ...xaB },
        { ...rearranged, line: 5, entry: 5, unit: "so-c" },
        { ...rearranged, line: 6, entry: 6, unit: "xa-a" },
        { ...rearranged, ...scoreOfXaB },
        { ...rearranged, line: 8, entry: 8 },
        { ...rearranged, line: 9 },
      ],
    },
  },
  {
    name: "withoutLastLineEnd",
    says: { vi: "Mất dấu xuống dòng ở cuối tệp: các dòng như cũ", en: "The last line end is gone: the lines are the same" },
    file: bytesOf(tiny).slice(0, -1),
    roots: [tinyRoot],
    expect: whole,
  },
  {
    name: "duplicatedKeys",
    says: { vi: "Một trường được ghi hai lần, số sau cùng đúng", en: "A key stands twice, the last with the right number" },
    file: edited(tiny, 4, '"done":940', '"done":990,"done":940'),
    expect: { holds: false, issues: [{ code: "duplicateKey", line: 4 }], replay: { identical: false } },
  },
  {
    name: "nfdName",
    says: { vi: "Tên xã A được đổi sang dạng tách dấu (NFD)", en: "The name of xa-a in decomposed form (NFD)" },
    file: edited(tiny, 3, '"value":"Xã A"', `"value":"${"Xã A".normalize("NFD")}"`),
    expect: { holds: false, issues: [{ code: "recordNotNfc", line: 3 }], replay: { identical: false } },
  },
  {
    name: "invalidUtf8",
    says: { vi: "Một byte không phải UTF-8", en: "A byte that is not UTF-8" },
    file: (() => {
      const bytes = bytesOf(tiny);
      const place = Buffer.from(bytes).indexOf(Buffer.from('"Xã A"'));
      return bytes.map((byte, index) => (index === place + 1 ? 0xff : byte));
    })(),
    expect: { holds: false, issues: [{ code: "recordNotUtf8", line: 3 }], replay: { identical: false } },
  },
  {
    name: "halfCharacter",
    says: { vi: "Nửa ký tự Unicode trong một văn bản", en: "Half a character of Unicode in a text" },
    file: edited(tiny, 3, '"value":"Xã A"', '"value":"\\ud83d"'),
    expect: { holds: false, issues: [{ code: "recordNotUtf8", line: 3 }], replay: { identical: false } },
  },
  {
    name: "fractionAsNumber",
    says: { vi: "Số lẻ ghi dưới dạng số JSON", en: "A fraction as a JSON number" },
    file: edited(tiny, 4, '"done":940', '"done":940.5'),
    expect: { holds: false, issues: [{ code: "recordNotWhole", line: 4 }], replay: { identical: false } },
  },
  {
    name: "wholeNumberAsFraction",
    says: { vi: "Số nguyên ghi như số lẻ: 940.0", en: "A whole number written as a fraction: 940.0" },
    file: edited(tiny, 4, '"done":940', '"done":940.0'),
    expect: { holds: false, issues: [{ code: "numberNotWhole", line: 4 }], replay: { identical: false } },
  },
  {
    name: "nullValue",
    says: { vi: "Giá trị null", en: "A null" },
    file: edited(tiny, 4, '"done":940', '"done":null'),
    expect: { holds: false, issues: [{ code: "wrongType", line: 4 }], replay: { identical: false } },
  },
  {
    name: "hugeNesting",
    says: { vi: "Một dòng lồng 5000 cấp", en: "A line nested 5000 levels deep" },
    file: [...tiny, `${"[".repeat(5000)}${"]".repeat(5000)}`],
    expect: { holds: false, issues: [{ code: "tooDeep", line: 10 }], replay: { identical: false, differences: [] } },
  },
];

export const attacks: readonly Attack[] = [
  ...honest,
  ...edits,
  ...order,
  ...roots,
  ...withDigestsAnew,
  ...corrections,
  ...signatures,
  ...writing,
];
