import type { EntryKind } from "../audit/entry";
import type { KeyFault } from "../audit/keyFile";
import type { SignatureState, SignerRole } from "../audit/signature";
import type { CriteriaFile } from "../criteria/criteriaFile";
import type { Bilingual, Language } from "../exact/formatNumber";
import type { IssuePayloads } from "../issue/issue";
import type { Place } from "../rank/rank";

/** Words of the page that say the same whatever the file holds; the template names them by their keys. */
export const words = {
  title: { vi: "Kiểm tra hồ sơ niêm phong kết quả chấm điểm", en: "Check a sealed record of scores" },
  offline: {
    vi: "Trang này chạy ngay trên máy của bạn, không cần mạng. Tệp bạn đưa vào không được gửi đi đâu.",
    en: "This page works on your own machine, without a network. Nothing you give it is sent anywhere.",
  },
  fileTitle: { vi: "1. Hồ sơ niêm phong", en: "1. The sealed record" },
  fileHint: { vi: "Kéo tệp .jsonl thả vào trang này, hoặc", en: "Drop the .jsonl file anywhere on this page, or" },
  chooseFile: { vi: "Chọn tệp hồ sơ…", en: "Choose the file…" },
  rootTitle: { vi: "2. Gốc đã in", en: "2. The printed root" },
  rootHint: {
    vi: "Dán hoặc gõ gốc in trong văn bản công bố: 64 chữ số 0–9, a–f; dấu cách bỏ qua.",
    en: "Paste or type the root printed with the published results: 64 digits 0–9, a–f; blanks are ignored.",
  },
  keysTitle: { vi: "3. Khóa công khai của người ký (nếu có)", en: "3. Public keys of the signers (if there are any)" },
  keysHint: {
    vi: "Lấy khóa từ chính người ký, không lấy từ người gửi hồ sơ. Kéo tệp .pem thả vào trang, hoặc",
    en: "Take a key from its signer, not from whoever sent the record. Drop the .pem files on this page, or",
  },
  chooseKeys: { vi: "Chọn tệp khóa…", en: "Choose key files…" },
  remove: { vi: "Bỏ", en: "Remove" },
  language: { vi: "Ngôn ngữ", en: "Language" },
  drop: { vi: "Thả tệp vào đây", en: "Drop the file here" },
  print: { vi: "In kết quả", en: "Print" },
  reading: { vi: "Đang kiểm tra từng bản ghi…", en: "Checking every entry…" },
  recomputing: { vi: "Đang tính lại điểm từ số liệu trong hồ sơ…", en: "Recomputing the scores from the record…" },

  checksTitle: { vi: "Đã kiểm tra những gì", en: "What was checked" },
  issuesTitle: { vi: "Chỗ có vấn đề", en: "What is wrong, and where" },
  warningsTitle: { vi: "Điều cần lưu ý", en: "What to know" },
  noneGiven: { vi: "không ghi", en: "not recorded" },
  rootOfFile: { vi: "Gốc của hồ sơ này", en: "The root of this record" },
  rootCompare: {
    vi: "So từng nhóm với gốc in trong văn bản công bố. Khác một chữ số cũng là hồ sơ khác.",
    en: "Compare each group with the root printed with the published results. One digit that differs means another record.",
  },
  copy: { vi: "Chép gốc", en: "Copy the root" },
  copied: { vi: "Đã chép", en: "Copied" },
  earlierRoots: { vi: "Gốc của các lần công bố trước, trong cùng hồ sơ", en: "Roots of earlier publications in this record" },
  recordTitle: { vi: "Hồ sơ ghi gì", en: "What the record says of itself" },
  status: { vi: "Tình trạng (theo hồ sơ)", en: "Status (as the record says)" },
  criteriaSet: { vi: "Bộ tiêu chí", en: "Criteria set" },
  criteriaId: { vi: "Mã hiệu", en: "Id" },
  criteriaDigest: { vi: "Mã băm bộ tiêu chí", en: "Digest of the criteria set" },
  readings: { vi: "Cách hiểu đã chọn", en: "Readings chosen" },
  engineRecorded: { vi: "Chương trình đã tính", en: "Computed by" },
  engineRunning: { vi: "Chương trình tính lại (trong trang này)", en: "Recomputed by (in this page)" },
  entriesTitle: { vi: "Ai ghi, khi nào", en: "Recorded by whom, and when" },
  day: { vi: "Ngày", en: "Day" },
  recordedBy: { vi: "Người ghi", en: "Recorded by" },
  what: { vi: "Nội dung", en: "What" },
  problem: { vi: "Vấn đề", en: "What is wrong" },
  entryNumbers: { vi: "Bản ghi số", en: "Entries" },
  entry: { vi: "Bản ghi", en: "Entry" },
  unit: { vi: "Đơn vị", en: "Unit" },
  criterion: { vi: "Tiêu chí", en: "Criterion" },
  withheld: { vi: "(đã ẩn khi công khai)", en: "(withheld)" },
  signaturesTitle: { vi: "Chữ ký", en: "Signatures" },
  signer: { vi: "Người ký", en: "Signer" },
  role: { vi: "Tư cách", en: "Role" },
  state: { vi: "Kết quả kiểm tra", en: "State" },
  keyId: { vi: "Mã băm khóa", en: "Key digest" },
  signedEntries: { vi: "Ký cho", en: "Signs" },
  unitsTitle: { vi: "Điểm từng đơn vị", en: "The units' scores" },
  unitsHint: {
    vi: "Bấm tên đơn vị để xem phiếu điểm và diễn giải từng tiêu chí.",
    en: "Choose a unit to see its sheet, with each leaf explained.",
  },
  unitsOfBroken: {
    vi: "Hồ sơ không còn nguyên vẹn: số dưới đây tính lại từ những gì còn đọc được, chỉ để tham khảo.",
    en: "The record is not whole: the numbers below are recomputed from what can still be read, for information only.",
  },
  filter: { vi: "Lọc theo tên, nhóm hoặc mức", en: "Filter by name, group or grade" },
  noneFound: { vi: "Không có đơn vị nào như vậy.", en: "No such unit." },
  round: { vi: "Vòng", en: "Round" },
  result: { vi: "Kết quả", en: "Result" },
  recorded: { vi: "Trong hồ sơ", en: "Recorded" },
  recomputed: { vi: "Tính lại", en: "Recomputed" },
  unitName: { vi: "Đơn vị", en: "Unit" },
  group: { vi: "Nhóm", en: "Group" },
  period: { vi: "Kỳ", en: "Period" },
  place: { vi: "Hạng", en: "Place" },
  published: { vi: "Công bố", en: "Published" },
  grade: { vi: "Mức xếp loại", en: "Grade" },
  allUnits: { vi: "← Tất cả đơn vị", en: "← All units" },
  sheetTitle: { vi: "Phiếu điểm", en: "Score sheet" },
  maximum: { vi: "Tối đa", en: "Maximum" },
  explainAll: { vi: "Mở mọi diễn giải", en: "Open all explanations" },
  explainNone: { vi: "Đóng mọi diễn giải", en: "Close all explanations" },
  gradeExplained: { vi: "Vì sao xếp mức này", en: "Why this grade" },
} as const satisfies Readonly<Record<string, Bilingual>>;

/** The verdict in a line that nobody can misread, and in a sentence what it does and does not mean. */
export const verdictWords = {
  whole: {
    vi: ["Nguyên vẹn", "Hồ sơ đúng là bản đã công bố với gốc đã in: không bản ghi nào bị sửa, thêm, bớt hay đổi chỗ."],
    en: ["Intact", "This is the record that was published with the printed root: nothing in it was changed, added, removed or moved."],
  },
  signed: {
    vi: [
      "Nguyên vẹn",
      "Hồ sơ đúng là bản mà chủ của khóa công khai đã cho đã ký: không bản ghi nào bị sửa, thêm, bớt hay đổi chỗ từ khi ký.",
    ],
    en: [
      "Intact",
      "This is the record that the owner of the public key given signed: nothing in it was changed, added, removed or moved since.",
    ],
  },
  wholeInItself: {
    vi: [
      "Nguyên vẹn, chưa đối chiếu gốc đã in",
      "Hồ sơ khớp với chính nó. Nhưng ai sửa hồ sơ rồi lập lại toàn bộ mã băm cũng có được một tệp khớp như vậy, nên còn một bước: so gốc dưới đây với gốc in trong văn bản công bố, hoặc nhập gốc đã in vào ô bên trên.",
    ],
    en: [
      "Whole in itself, not yet compared with the printed root",
      "The record agrees with itself. So would one that was changed and had all its digests made anew; one step is left: compare the root below with the one printed with the published results, or type that one in above.",
    ],
  },
  beginning: {
    vi: [
      "Nguyên vẹn, đã ghi thêm sau gốc đã in",
      "Phần đầu hồ sơ đúng là bản đã công bố với gốc đã in; các bản ghi sau đó được thêm vào sau (đính chính, công bố lại), xem bên dưới.",
    ],
    en: [
      "Intact, with entries added since the printed root",
      "The beginning of the record is what was published with the printed root; the entries after it were added later (corrections, new publications), see below.",
    ],
  },
  differs: {
    vi: [
      "Nguyên vẹn, nhưng tính lại không khớp",
      "Không ai sửa hồ sơ từ khi niêm phong, nhưng tính lại từ chính số liệu trong hồ sơ thì không ra những gì hồ sơ đã ghi.",
    ],
    en: [
      "Intact, but recomputing does not agree",
      "Nothing was changed since it was sealed, but its own evidence does not give what it says came out.",
    ],
  },
  notRecomputed: {
    vi: [
      "Nguyên vẹn, nhưng không tính lại được",
      "Không ai sửa hồ sơ từ khi niêm phong, nhưng chương trình này không chấm được số liệu trong hồ sơ; lý do ở bên dưới.",
    ],
    en: [
      "Intact, but could not be recomputed",
      "Nothing was changed since it was sealed, but this program cannot score its evidence, for the reasons below.",
    ],
  },
  changed: {
    vi: ["Có chỗ bị sửa", "Hồ sơ này không phải là hồ sơ đã niêm phong. Chỗ sai được chỉ ra bên dưới."],
    en: ["Tampered with", "This is not the record that was sealed. What is wrong is shown below."],
  },
  otherRoot: {
    vi: [
      "Không phải hồ sơ của gốc đã in",
      "Hồ sơ khớp với chính nó, nhưng gốc khác mã đã in: kiểm tra lại mã gõ vào; nếu mã gõ đúng thì đây không phải bản đã công bố.",
    ],
    en: [
      "Not the record of the printed root",
      "The record agrees with itself, but its root is not the one printed: check what was typed; if that is right, this is not what was published.",
    ],
  },
  badSignature: {
    vi: ["Chữ ký không đúng", "Các bản ghi khớp với chính nó, nhưng chữ ký không đúng với khóa công khai đã đưa vào, hoặc không có."],
    en: [
      "A signature does not hold",
      "The entries agree with each other, but a signature does not hold under the public keys given, or is not there.",
    ],
  },
  notARecord: {
    vi: ["Không phải hồ sơ niêm phong", "Tệp này không có bản ghi nào. Chọn tệp .jsonl do lệnh par-index seal lập."],
    en: ["Not a sealed record", "This file holds no entry. Choose the .jsonl file that par-index seal wrote."],
  },
  failed: {
    vi: ["Không kiểm tra được", "Trang này gặp lỗi của chính nó khi đọc tệp. Đây không phải là kết luận về hồ sơ."],
    en: ["Could not be checked", "This page failed while it read the file. That says nothing about the record."],
  },
} as const satisfies Readonly<Record<string, Readonly<Record<Language, readonly [headline: string, meaning: string]>>>>;

export type VerdictKind = keyof typeof verdictWords;

/** What the record says that its criteria set is. Only an official one may look like one. */
export const statusWords: Readonly<Record<CriteriaFile["status"], Bilingual>> = {
  official: { vi: "Chính thức: chép từ văn bản ban hành", en: "Official: transcribed from the instrument" },
  reconstruction: { vi: "PHỤC DỰNG: không phải bộ tiêu chí chính thức", en: "RECONSTRUCTION: not the official criteria set" },
  example: { vi: "VÍ DỤ MINH HỌA: không phải bộ tiêu chí của cơ quan nào", en: "ILLUSTRATION: no authority's criteria set" },
};

export const kindWords: Readonly<Record<EntryKind, Bilingual>> = {
  criteriaAdopted: { vi: "Bộ tiêu chí", en: "Criteria set" },
  evidenceReceived: { vi: "Báo cáo tự đánh giá", en: "Self-assessments" },
  appraised: { vi: "Kết quả thẩm định", en: "Appraisals" },
  explained: { vi: "Giải trình của đơn vị", en: "The units' explanations" },
  scored: { vi: "Kết quả chấm điểm", en: "Scores" },
  graded: { vi: "Kết quả xếp loại", en: "Grades" },
  published: { vi: "Công bố", en: "Publication" },
  corrected: { vi: "Đính chính", en: "Correction" },
  withdrawn: { vi: "Rút", en: "Withdrawal" },
};

export const roleWords: Readonly<Record<SignerRole, Bilingual>> = {
  unit: { vi: "Đơn vị được chấm", en: "The unit scored" },
  appraiser: { vi: "Cơ quan thẩm định", en: "Appraiser" },
  council: { vi: "Hội đồng", en: "Council" },
  publisher: { vi: "Cơ quan công bố", en: "Publisher" },
};

export const signatureWords: Readonly<Record<SignatureState, Bilingual>> = {
  holds: { vi: "Đúng", en: "Holds" },
  broken: { vi: "SAI", en: "BROKEN" },
  unchecked: { vi: "Chưa kiểm tra: chưa có khóa công khai của người ký", en: "Not checked: the signer's public key was not given" },
};

export const keyFaultWords: Readonly<Record<KeyFault, Bilingual>> = {
  notPem: { vi: "không phải tệp khóa .pem", en: "is no .pem key file" },
  otherKey: { vi: "không phải khóa Ed25519", en: "is no Ed25519 key" },
  privateInsteadOfPublic: {
    vi: "là khóa bí mật: người giữ khóa không đưa tệp này cho ai, ở đây chỉ cần khóa công khai",
    en: "is a private key: its owner gives it to nobody, only the public key is needed here",
  },
  publicInsteadOfPrivate: { vi: "là khóa công khai", en: "is a public key" },
};

export const unplacedWords: Readonly<Record<NonNullable<Place["reason"]>, Bilingual>> = {
  missing: { vi: "thiếu số liệu", en: "incomplete" },
  notCounted: { vi: "không tính", en: "not counted" },
  notRated: { vi: "không xếp loại", en: "not rated" },
  undecided: { vi: "chờ quyết định", en: "undecided" },
};

type Sentence<Values extends readonly unknown[]> = Readonly<Record<Language, (...values: Values) => string>>;

/** Sentences with numbers in them. */
export const rootTyped: Sentence<[digits: number]> = {
  vi: (digits) => `Đã nhập ${digits} trên 64 chữ số; nhập đủ thì tự đối chiếu.`,
  en: (digits) => `${digits} of 64 digits; it is compared as soon as all are there.`,
};
export const rootUnreadable: Bilingual = {
  vi: "Có ký tự không phải 0–9, a–f. Gõ lại gốc đã in.",
  en: "There are characters other than 0–9, a–f. Type the printed root again.",
};

/** What was checked, a line each, by what came of it. */
export const checkWords = {
  chainHolds: {
    vi: (entries) => `${entries} bản ghi đúng như lúc niêm phong, nối với nhau không đứt, không thiếu.`,
    en: (entries) => `${entries} entries are what was sealed, chained without a gap.`,
  },
  chainBroken: {
    vi: (entries) => `Trong ${entries} bản ghi đọc được, có chỗ không còn như lúc niêm phong.`,
    en: (entries) => `Of ${entries} entries that can be read, something is not what was sealed.`,
  },
  rootHolds: { vi: () => "Gốc của hồ sơ trùng với gốc đã in.", en: () => "The root of the record is the printed one." },
  rootOfBeginning: {
    vi: () => "Gốc đã in là gốc của phần đầu hồ sơ; phần sau được ghi thêm.",
    en: () => "The printed root is that of the beginning of the record; more was added since.",
  },
  rootDiffers: { vi: () => "Gốc của hồ sơ KHÁC gốc đã in.", en: () => "The root of the record is NOT the printed one." },
  rootOpen: { vi: () => "Chưa đối chiếu với gốc đã in.", en: () => "Not compared with the printed root yet." },
  signaturesHold: {
    vi: (number) => `${number} chữ ký đúng với khóa công khai đã cho.`,
    en: (number) => `${number} signatures hold under the keys given.`,
  },
  signaturesBroken: { vi: () => "Có chữ ký sai hoặc thiếu.", en: () => "A signature is broken or missing." },
  signaturesOpen: {
    vi: (number) => `${number} chữ ký chưa kiểm tra: cần khóa công khai của người ký.`,
    en: (number) => `${number} signatures are not checked: the signers' public keys are needed.`,
  },
  signaturesNone: { vi: () => "Hồ sơ không có chữ ký.", en: () => "The record bears no signature." },
  identical: {
    vi: (compared) => `Tính lại ${compared} kết quả từ số liệu trong hồ sơ: trùng từng chữ số.`,
    en: (compared) => `${compared} results recomputed from the record's evidence: identical to the digit.`,
  },
  differs: {
    vi: (digits) => `Tính lại từ số liệu trong hồ sơ: ${digits} chỗ khác với kết quả đã ghi.`,
    en: (digits) => `Recomputed from the record's evidence: ${digits} places differ from what was recorded.`,
  },
  notRecomputed: { vi: () => "Không tính lại được.", en: () => "Could not be recomputed." },
  withheld: {
    vi: (texts) =>
      `${texts} văn bản (tên, tài liệu, ghi chú) được ẩn khi công khai; mã băm của chúng vẫn nằm trong hồ sơ nên không sửa được.`,
    en: (texts) => `${texts} texts (names, documents, remarks) are withheld; the record holds their digests, so they cannot be changed.`,
  },
} as const satisfies Readonly<Record<string, Sentence<[value: number]>>>;

/** Stands before a check, for those who do not see its mark. */
export const checkStates = {
  good: { vi: "Đạt", en: "Holds" },
  bad: { vi: "Không đạt", en: "Fails" },
  open: { vi: "Còn để ngỏ", en: "Open" },
  none: { vi: "Không có", en: "None" },
} as const satisfies Readonly<Record<string, Bilingual>>;

export const revisionWords: Sentence<[revision: number]> = {
  vi: (revision) => `lần hiệu đính ${revision}`,
  en: (revision) => `revision ${revision}`,
};
export const signedEntries: Sentence<[size: number]> = { vi: (size) => `${size} bản ghi đầu`, en: (size) => `the first ${size} entries` };
export const keyGiven: Sentence<[name: string]> = { vi: (name) => `Khóa trong tệp ${name}`, en: (name) => `The key in ${name}` };
export const fileExamined: Sentence<[name: string]> = { vi: (name) => `Tệp: ${name}`, en: (name) => `File: ${name}` };
export const moreIssues: Sentence<[number: number]> = { vi: (number) => `và ${number} chỗ nữa.`, en: (number) => `and ${number} more.` };
export const shownUnits: Sentence<[shown: number, all: number]> = {
  vi: (shown, all) => (shown === all ? `${all} dòng.` : `Đang hiện ${shown} trên ${all} dòng.`),
  en: (shown, all) => (shown === all ? `${all} lines.` : `${shown} of ${all} lines shown.`),
};
export const missingLeaves: Sentence<[leaves: number]> = {
  vi: (leaves) => `còn ${leaves} tiêu chí chưa có số liệu`,
  en: (leaves) => `${leaves} leaves without figures`,
};
export const recordedCell: Sentence<[points: string]> = { vi: (points) => `hồ sơ ghi ${points}`, en: (points) => `recorded: ${points}` };
export const lineWords: Sentence<[line: number]> = { vi: (line) => `dòng ${line}`, en: (line) => `line ${line}` };

/** What the recomputed results differ from, by why they do. */
export const causeWords: Readonly<Record<IssuePayloads["resultDiffers"]["cause"], Bilingual>> = {
  engine: { vi: "Tính lại ra khác, vì phiên bản chương trình khác", en: "Recomputed differently by another version of the program" },
  criteria: {
    vi: "Tính lại ra khác, vì bộ tiêu chí trong hồ sơ đã bị sửa",
    en: "Recomputed differently, since the criteria set in the record was changed",
  },
  evidence: {
    vi: "Tính lại ra khác, vì số liệu trong hồ sơ đã bị sửa",
    en: "Recomputed differently, since evidence in the record was changed",
  },
  result: {
    vi: "Kết quả ghi trong hồ sơ không phải kết quả của số liệu trong hồ sơ",
    en: "Results that are not what the evidence in the record gives",
  },
};

/** What of a result differs. */
export const resultWords: Readonly<Record<string, Bilingual>> = {
  points: { vi: "điểm", en: "points" },
  state: { vi: "tình trạng", en: "state" },
  countedMax: { vi: "điểm tối đa được tính", en: "maximum that counts" },
  base: { vi: "điểm nền", en: "base" },
  bonus: { vi: "điểm cộng", en: "bonus" },
  penalty: { vi: "điểm trừ", en: "penalty" },
  index: { vi: "chỉ số", en: "index" },
  published: { vi: "giá trị công bố", en: "published value" },
  place: { vi: "xếp hạng", en: "place" },
  grade: { vi: "xếp loại", en: "grade" },
  group: { vi: "nhóm", en: "group" },
  unit: { vi: "kết quả của đơn vị", en: "the unit's result" },
};
