import { formatCivilDate } from "../exact/civilDate";
import { isDecimal } from "../exact/decimal";
import { formatNumber } from "../exact/formatNumber";
import type { IssuePayloads, JsonExpectation, Messages } from "./issue";
import { openWords } from "./openWords";
import { roundWords } from "./roundWords";

const n = (exact: string) => formatNumber(exact, "vi");
const list = (items: readonly string[]) => (items.length === 0 ? "(không có)" : items.map((item) => `“${item}”`).join(", "));
const figures = (stood: Readonly<Record<string, string>>) =>
  Object.entries(stood)
    .map(([key, value]) => `${key}: ${isDecimal(value) ? n(value) : value}`)
    .join(", ");
const round = (id: string) => (Object.hasOwn(roundWords, id) ? `${roundWords[id as keyof typeof roundWords].vi} (${id})` : `“${id}”`);
const nearest = (item: string | undefined) => (item === undefined ? "" : ` Có phải “${item}”?`);

const day = (date: string) => formatCivilDate(date, "vi");

/** Names are told of a part; a whole group that sent nothing may be hundreds. */
const namesUnlessAll = ({ units, listed }: IssuePayloads["reportsMissing"]) =>
  units.length === listed ? "" : `: ${units.map(({ name }) => name).join("; ")}`;

const planParts: Readonly<Record<IssuePayloads["planPartUnknown"]["what"], string>> = {
  area: "lĩnh vực",
  lead: "cơ quan chủ trì",
  task: "nhiệm vụ",
  report: "báo cáo",
  period: "kỳ báo cáo",
  target: "chỉ tiêu",
};

const fieldKinds: Readonly<Record<string, string>> = { count: "số đếm", date: "một ngày" };

const unfed: Readonly<Record<IssuePayloads["notFed"]["why"], string>> = {
  notReported: "tiến độ chưa có số liệu của chỉ tiêu",
  deadlineNotStated: "kế hoạch chưa nêu thời hạn",
  notDone: "nhiệm vụ chưa xong",
};

const expected: Readonly<Record<JsonExpectation, string>> = {
  value: "một giá trị",
  propertyName: "tên mục trong dấu ngoặc kép",
  comma: "dấu phẩy",
  colon: "dấu hai chấm",
  closeBrace: "dấu }",
  closeBracket: "dấu ]",
  endOfFile: "hết tệp",
  validText: "nội dung JSON hợp lệ",
};

const unreadable: Readonly<Record<IssuePayloads["fileUnreadable"]["reason"], string>> = {
  notFound: "không có tệp này",
  isFolder: "đây là thư mục, không phải tệp",
  notPermitted: "không có quyền đọc",
  notUtf8: "tệp không lưu ở mã UTF-8",
  other: "lỗi đọc tệp",
};

const counted: Readonly<Record<IssuePayloads["countDiffers"]["what"], string>> = {
  units: "số đơn vị",
  notRanked: "số đơn vị không xếp hạng",
  aboveMean: "số đơn vị trên mức trung bình",
  up: "số đơn vị tăng",
  down: "số đơn vị giảm",
  unchanged: "số đơn vị giữ nguyên",
  upAndDown: "số đơn vị tăng và giảm cộng lại",
  upDownAndUnchanged: "số đơn vị tăng, giảm và giữ nguyên cộng lại",
  group: "số đơn vị của nhóm",
  allGroups: "số đơn vị của các nhóm cộng lại",
};

const reviewWords: Readonly<Record<string, string>> = {
  accepted: "chỉ người thẩm định, hoặc đơn vị khi giải trình, mới chấp nhận số liệu đã có",
  givenPoints: "chỉ người thẩm định mới cho điểm",
  asks: "chỉ người thẩm định mới yêu cầu giải trình",
  appraiser: "báo cáo của chính đơn vị không ghi cơ quan thẩm định",
};

const actors: Readonly<Record<string, string>> = { unit: "đơn vị", appraiser: "cơ quan thẩm định", council: "hội đồng" };

const types: Readonly<Record<string, string>> = {
  object: "một nhóm mục { … }",
  array: "một danh sách [ … ]",
  string: "chữ trong dấu ngoặc kép",
  number: "một số",
  int: "một số nguyên",
  boolean: "true hoặc false",
  null: "null",
  undefined: "không có gì",
  instance: "một đối tượng của chương trình",
  decimal: 'số viết trong dấu ngoặc kép, như "0.5"',
};
const typeWords = (type: string) => types[type] ?? type;

/** A number as people print it; any other text as it is. */
const shown = (value: string) => (isDecimal(value) ? n(value) : value);

const keyFault: Readonly<Record<IssuePayloads["notAKey"]["why"], string>> = {
  notPem: "không phải tệp khóa dạng PEM",
  otherKey: "là khóa của thuật toán khác",
  privateInsteadOfPublic: "là khóa bí mật, ở đây cần khóa công khai; không đưa khóa bí mật cho ai",
  publicInsteadOfPrivate: "là khóa công khai, ở đây cần khóa bí mật để ký",
};

const resultParts: Readonly<Record<string, string>> = {
  points: "điểm",
  state: "tình trạng",
  countedMax: "điểm tối đa được tính",
  base: "điểm chưa kể điểm cộng, điểm trừ",
  bonus: "điểm cộng",
  penalty: "điểm trừ",
  index: "chỉ số",
  published: "giá trị công bố",
  place: "xếp hạng",
  grade: "xếp loại",
  group: "nhóm",
  unit: "kết quả của đơn vị",
};

const causes: Readonly<Record<IssuePayloads["resultDiffers"]["cause"], string>> = {
  engine: "phiên bản chương trình khác",
  criteria: "bộ tiêu chí trong hồ sơ đã bị sửa",
  evidence: "số liệu trong hồ sơ đã bị sửa",
  result: "kết quả ghi trong hồ sơ không phải kết quả của số liệu trong hồ sơ",
};

const engineOrder: Readonly<Record<IssuePayloads["otherEngine"]["order"], string>> = {
  newer: "mới hơn",
  older: "cũ hơn",
  other: "chương trình khác",
};

const editionWords: Readonly<Record<IssuePayloads["editionHoldsOther"]["holds"], string>> = {
  criteria: "bộ tiêu chí",
  units: "danh mục đơn vị",
  questionnaire: "phiếu khảo sát",
  plan: "kế hoạch",
};

const conductors: Readonly<Record<IssuePayloads["otherConductor"]["by"], string>> = { ministry: "Bộ Nội vụ", province: "địa phương" };

const withoutIndex: Readonly<Record<IssuePayloads["surveyWithoutIndex"]["reason"], string>> = {
  noAnswers: "không có câu trả lời hợp lệ",
  tooFew: "quá ít người trả lời",
  unknown: "phiếu khảo sát không có phần này",
};

const undefinedInterval = {
  noDegreesOfFreedom: "số cụm không nhiều hơn số tầng. Ước lượng cho nhóm lớn hơn.",
  notARate: "cách này chỉ dùng cho tỷ lệ từ 0 đến 1. Dùng wald.",
  noVariance: "mẫu không cho thấy phương sai. Dùng clopperPearson khi tỷ lệ bằng 0 hoặc 1, dùng wald trong trường hợp khác.",
} as const;

const unreadableWorkbook: Readonly<Record<IssuePayloads["workbookUnreadable"]["why"], string>> = {
  legacy: "dạng .xls cũ, hoặc có mật khẩu",
  notZip: "không phải tệp .xlsx",
  damaged: "tệp bị hỏng",
};

const workbookMeasure: Readonly<Record<IssuePayloads["workbookTooLarge"]["what"], string>> = {
  bytes: "số byte",
  expanded: "số byte sau khi giải nén",
  rows: "số dòng",
  columns: "số cột",
};

/** Lời báo lỗi bằng tiếng Việt: sai gì, cần gì, làm gì. */
export const messagesVi: Messages = {
  notJson: (p) => `tệp không đúng dạng JSON: ở đây cần ${expected[p.expected]}. Sửa tại chỗ này rồi chạy lại.`,
  byteOrderMark: () => "tệp bắt đầu bằng dấu BOM; đã bỏ qua dấu này. Lần sau có thể lưu “UTF-8” thay cho “UTF-8 with BOM”.",
  duplicateKey: (p) => `khóa “${p.key}” xuất hiện hai lần, không rõ lấy giá trị nào. Giữ lại một.`,
  numberNotWhole: (p) =>
    `số ${p.received} không dùng được. Số trong tệp JSON phải là số nguyên, không quá 9.007.199.254.740.991; số thập phân viết trong dấu ngoặc kép, ví dụ "95.5".`,
  reservedKey: (p) => `tên “${p.key}” không được dùng trong dữ liệu. Xóa hoặc đổi tên mục này.`,
  tooLarge: (p) => `dữ liệu có hơn ${n(p.limit)} giá trị. Chia thành nhiều tệp.`,
  tooDeep: (p) => `dữ liệu lồng nhau quá ${p.limit} cấp. Kiểm tra lại cấu trúc tệp.`,
  fileNotWritten: (p) =>
    p.reason === "exists"
      ? "đã có tệp này, không ghi đè lên khóa. Chọn tên khác."
      : "không ghi được tệp. Kiểm tra thư mục và quyền ghi, hoặc chọn chỗ khác.",
  fileUnreadable: (p) => `không đọc được tệp (${unreadable[p.reason]}). Kiểm tra tên tệp, hoặc lưu lại tệp ở mã UTF-8.`,

  missingKey: (p) => `thiếu “${p.key}”. Bổ sung mục này.`,
  unknownKey: (p) => `không có mục “${p.key}”. Các mục dùng được: ${list(p.known)}. Sửa tên hoặc xóa mục này.`,
  wrongType: (p) => `cần ${typeWords(p.expected)}, nhưng nhận được ${typeWords(p.received)}. Sửa lại giá trị.`,
  notAllowed: (p) => `“${p.received}” không nằm trong các giá trị cho phép. Chọn một trong: ${list(p.allowed)}.`,
  emptyText: () => "để trống. Điền nội dung.",
  controlCharacters: () => "có ký tự điều khiển không nhìn thấy được. Gõ lại nội dung này.",
  badName: (p) => `“${p.received}” không dùng làm tên được. Viết như “${p.example}”: chữ cái không dấu, số, gạch nối.`,
  tooFew: (p) => `cần ít nhất ${p.least} mục. Bổ sung.`,
  tooMany: (p) => `chỉ được nhiều nhất ${p.most} mục. Bỏ bớt.`,
  outOfRange: (p) => `giá trị phải ${p.bound}. Sửa lại.`,
  notNfc: () => "chữ tiếng Việt ở dạng tổ hợp (NFD); đã chuyển sang dạng dựng sẵn (NFC). Nên lưu lại tệp với Unicode dựng sẵn.",
  wrongShape: (p) => `giá trị không đúng dạng (${p.reason}). Đối chiếu với mẫu.`,

  notDecimal: (p) => `“${p.received}” không phải là số. Viết số bằng chữ số, ví dụ ${p.example}; trong tệp JSON đặt trong dấu ngoặc kép.`,
  tooManyDigits: (p) => `“${p.received}” có quá ${p.limit} chữ số. Kiểm tra lại số liệu.`,
  ambiguousSeparator: (p) =>
    `“${p.received}” có thể là ${n(p.whole)} hoặc ${n(p.decimal)}. Viết ${p.whole} nếu là số nguyên, hoặc ${p.decimal}0 nếu là số thập phân.`,
  notWhole: (p) => `“${p.received}” không phải số nguyên. Viết số đếm bằng chữ số, không dấu phân cách, ví dụ 1250.`,
  countTooLarge: (p) => `“${p.received}” lớn hơn ${n(p.most)}, số đếm lớn nhất đọc được. Kiểm tra lại số liệu.`,
  negative: (p) => `${n(p.received)} nhỏ hơn 0. Số liệu này không thể âm; kiểm tra lại.`,
  notSha256: (p) => `“${p.received}” không phải mã băm SHA-256. Nhập đủ 64 chữ số thập lục phân (0-9, a-f), như lệnh sha256sum in ra.`,
  pathLeadsOut: (p) =>
    `“${p.received}” không phải tên tệp trong thư mục của báo cáo. Viết như “minh-chung/ke-hoach.pdf”: không bắt đầu bằng / hay tên ổ đĩa, không có “..” và dấu \\.`,
  notADate: (p) => `“${p.received}” không phải một ngày có thật. Viết dạng 2021-01-15 hoặc 15/1/2021.`,
  percentLooksLikeRatio: (p) =>
    `${n(p.received)} % có vẻ là tỷ số, không phải phần trăm. Nếu muốn nói ${n(p.meant)} %, viết ${n(p.meant)} vào mục tỷ lệ phần trăm (percent); nếu đúng là ${n(p.received)} %, viết ${n(p.asRatio)} vào mục tỷ số (ratio).`,
  percentAbove100: (p) => `${n(p.received)} % lớn hơn 100 %. Tỷ lệ này không vượt quá 100 %; kiểm tra lại.`,
  ratioAboveOne: (p) => `tỷ số ${n(p.received)} lớn hơn 1. Nếu đây là phần trăm, viết vào mục tỷ lệ phần trăm (percent).`,
  exactlyOneOf: (p) => `cần đúng một trong các mục: ${list(p.keys)}.`,

  reportColumnUnknown: (p) =>
    `bảng báo cáo không có cột “${p.heading}”. Các cột: ${list(p.known.map(({ vi }) => vi))}. Sửa tiêu đề, hoặc bỏ cột.`,
  reportColumnMissing: (p) => `bảng báo cáo thiếu cột “${p.column.vi}”. Bổ sung cột này.`,
  cellsDisagree: (p) =>
    `cột “${p.column.vi}” ghi “${p.received}”, dòng trước của cùng báo cáo ghi “${p.other}”. Sửa để mọi dòng của một báo cáo giống nhau.`,
  titleDiffers: (p) =>
    `tên tiêu chí ghi “${p.received}”, bộ tiêu chí ghi “${p.expected}”. Kiểm tra mã (bảng tính có thể đã đổi 1.10 thành 1.1), hoặc sửa tên.`,
  sentLate: (p) =>
    `báo cáo vòng ${round(p.round)} gửi ngày ${day(p.sentOn)}, chậm ${p.days} ngày so với hạn ${day(p.to)}; vẫn được tính theo bộ tiêu chí. Kiểm tra ngày gửi, hoặc ghi gia hạn vào đợt đánh giá.`,
  lateNotCounted: (p) =>
    `báo cáo vòng ${round(p.round)} gửi ngày ${day(p.sentOn)}, chậm ${p.days} ngày so với hạn ${day(p.to)}; theo bộ tiêu chí, coi như không gửi. Kiểm tra ngày gửi, hoặc ghi gia hạn vào đợt đánh giá.`,
  sentBeforeOpening: (p) =>
    `báo cáo vòng ${round(p.round)} gửi ngày ${day(p.sentOn)}, trước ngày mở ${day(p.from)}; vẫn được tính. Kiểm tra ngày gửi.`,
  sentOnUnknown: (p) =>
    `báo cáo vòng ${round(p.round)} không ghi ngày gửi nên không xét được đúng hạn ${day(p.to)} hay không; vẫn được tính. Bổ sung "sentOn".`,
  neverSent: (p) =>
    `không có báo cáo tự đánh giá nào được tính đến hạn ${day(p.to)}; mọi tiêu chí chưa được báo cáo là chưa có số liệu. Kiểm tra xem còn tệp nào chưa nộp.`,
  neverSentNotRated: (p) =>
    `không có báo cáo tự đánh giá nào được tính đến hạn ${day(p.to)}; theo bộ tiêu chí, đơn vị không được xếp loại, không xếp hạng. Kiểm tra xem còn tệp nào chưa nộp.`,
  stillToSend: (p) => `chưa gửi báo cáo tự đánh giá; hạn gửi ${day(p.to)} chưa qua. Cần gửi trước khi hết hạn.`,
  unknownCode: (p) => `không có tiêu chí mã “${p.code}” trong bộ tiêu chí.${nearest(p.nearest)} Sửa mã hoặc xóa mục này.`,
  codeOfOtherGroup: (p) =>
    `tiêu chí này chỉ dành cho nhóm ${list(p.groups)}, không dành cho nhóm “${p.group}” của đơn vị. Kiểm tra lại nhóm của đơn vị, hoặc xóa mục này.`,
  codeIsBranch: (p) => `“${p.code}” là nhóm tiêu chí, điểm được cộng từ các tiêu chí thành phần. Kê khai ở: ${list(p.leaves)}.`,
  periodNotListed: (p) =>
    `bộ tiêu chí lập cho kỳ ${list(p.periods)}, báo cáo ghi kỳ “${p.period}”. Kiểm tra lại kỳ báo cáo hoặc phiên bản bộ tiêu chí.`,
  unknownGroup: (p) => `không có nhóm đơn vị “${p.group}”. Chọn một trong: ${list(p.groups)}.`,
  duplicateUnit: (p) =>
    `đơn vị “${p.unit}” có hai báo cáo ở cùng vòng ${round(p.round)}${p.appraiser === undefined ? "" : `, cùng của cơ quan thẩm định “${p.appraiser}”`}. Giữ lại một.`,
  partsDiffer: () =>
    "hai báo cáo của cùng đơn vị, cùng kỳ, cùng vòng ghi khác nhau ở đây. Thống nhất một số liệu, hoặc chỉ ghi ở một báo cáo.",
  otherCriteria: (p) =>
    `báo cáo lập theo bộ tiêu chí “${p.received}”, không phải “${p.expected}”. Dùng đúng bộ tiêu chí hoặc lập lại báo cáo.`,
  yearsOfTwoUnits: (p) => `kết quả năm trước là của đơn vị “${p.before}”, năm sau là của “${p.after}”. Chọn hai năm của cùng một đơn vị.`,
  doneAboveDue: (p) =>
    `đã thực hiện ${n(p.done)}, lớn hơn số phải thực hiện ${n(p.due)}. Kiểm tra lại hai số, hoặc tách phần tồn từ kỳ trước.`,
  pointsAboveMax: (p) => `${n(p.points)} điểm, cao hơn điểm tối đa ${n(p.maxPoints)}. Nhập điểm từ 0 đến ${n(p.maxPoints)}.`,
  notApplicableRefused: () => "bộ tiêu chí không cho trả lời “không áp dụng”. Kê khai số liệu.",
  notApplicableWithFigures: (p) => `vừa khai “không áp dụng” vừa có số liệu (${list(p.keys)}). Giữ một trong hai.`,
  notApplicableWithoutReason: () => "khai “không áp dụng” mà chưa nêu lý do. Bổ sung lý do (reason).",
  notInThisRound: (p) =>
    `“${p.key}” không dùng ở vòng ${round(p.round)}: ${reviewWords[p.key] ?? ""}. Xóa mục này, hoặc sửa lại vòng của báo cáo.`,
  oneVerdictOnly: (p) => `có cùng lúc ${list(p.keys)}. Giữ một: chấp nhận, sửa số liệu, cho điểm, hoặc không áp dụng.`,
  pointsWithoutReason: () => "cho điểm mà chưa nêu lý do. Bổ sung lý do (reason).",
  changeWithoutReason: (p) =>
    `vòng ${round(p.round)} sửa số liệu đã có (${figures(p.before)}) mà chưa nêu lý do. Bổ sung lý do (reason), hoặc chấp nhận (accepted) nếu giữ nguyên.`,
  notSelfScored: (p) =>
    `đơn vị không tự chấm tiêu chí này, nên vòng ${round(p.round)} không kê khai ở đây. Xóa mục này; cơ quan thẩm định, khảo sát hoặc lãnh đạo cho điểm sau.`,
  notItsArea: (p) =>
    `cơ quan “${p.appraiser}” không thẩm định tiêu chí này; cơ quan thẩm định là “${p.owner}”. Xóa mục này, hoặc sửa "appraiser" của báo cáo.`,
  appraisedTwice: (p) => {
    const by = p.appraisers.map((appraiser) => (appraiser === null ? "một báo cáo không ghi cơ quan" : `“${appraiser}”`)).join(", ");
    return `ở vòng ${round(p.round)} có ${p.appraisers.length} kết quả thẩm định, của ${by}. Giữ lại một.`;
  },
  nothingToAccept: (p) =>
    `vòng ${round(p.round)} chấp nhận số liệu, nhưng trước đó chưa có số liệu nào. Xóa mục này và đề nghị đơn vị báo cáo; tiêu chí đơn vị không tự chấm thì nhập số liệu, hoặc cho điểm kèm lý do.`,
  appraisalWithoutReport: (p) =>
    `tiêu chí này được thẩm định ở vòng ${round(p.round)} mà đơn vị chưa báo cáo. Đề nghị đơn vị bổ sung vào báo cáo tự đánh giá, hoặc báo cáo ở vòng giải trình.`,
  roundWithoutReport: (p) =>
    `có kết quả vòng ${round(p.round)}, nhưng chưa có báo cáo tự đánh giá của đơn vị. Bổ sung báo cáo tự đánh giá vào các tệp đưa ra chấm.`,
  roundNotResolved: (p) =>
    `vòng ${round(p.round)} chấp nhận số liệu của vòng trước, nên không chấm riêng được. Cần chấm các vòng cùng nhau (scoreRounds).`,
  groupDiffers: (p) =>
    `vòng ${round(p.round)} ghi đơn vị thuộc nhóm “${p.group}”, báo cáo đầu tiên ghi nhóm “${p.other}”. Sửa cho các vòng cùng một nhóm.`,
  roundsNotStated: () =>
    'bộ tiêu chí chưa nêu có những vòng đánh giá nào, vòng nào được tính. Khai "policies.rounds" trong bộ tiêu chí, hoặc chấm riêng từng vòng.',
  otherUnit: (p) =>
    `kết quả của “${p.received}” không đặt cạnh kết quả của “${p.expected}” được: chỉ so sánh các vòng của một đơn vị, trong một nhóm, một kỳ. Bỏ kết quả này ra.`,
  notAScore: () => "không phải kết quả chấm điểm theo bộ tiêu chí này, hoặc đã bị sửa. Cần chấm điểm lại từ báo cáo.",
  unknownPeriod: (p) => `không có báo cáo của kỳ “${p.period}”. Các kỳ có báo cáo: ${list(p.periods)}. Sửa kỳ hoặc thêm báo cáo.`,
  unknownUnit: (p) => `không có báo cáo của đơn vị “${p.unit}”. Các đơn vị có báo cáo: ${list(p.units)}. Sửa mã đơn vị, kỳ hoặc vòng.`,
  costWithoutTarget: (p) =>
    `điểm không tăng đều theo “${p.figure}”, nên chi phí cho mỗi đơn vị chưa nói lên điều gì. Nêu “to”: số liệu cần đạt với chi phí này.`,
  tooManySteps: (p) => `có ${n(p.steps)} mức phải xét, nhiều hơn ${n(p.most)}. Nêu “per” lớn hơn, ví dụ chi phí cho mỗi 100 hồ sơ.`,
  goalAboveMax: (p) => `mục tiêu ${n(p.goal)} lớn hơn mức cao nhất có thể là ${n(p.most)}. Nêu mục tiêu thấp hơn.`,
  noPercentage: (p) =>
    `đơn vị không khai tỷ lệ phần trăm ở tiêu chí ${p.code}, nên không có gì để thử theo sai số chuẩn. Kiểm tra lại mã tiêu chí.`,
  severalReports: (p) => `có nhiều báo cáo: ${p.reports.join("; ")}. Chọn một bằng kỳ và vòng.`,
  expectedDiffers: (p) =>
    `kết quả nêu trong tệp là ${n(p.expected)}, tính lại được ${n(p.computed)}. Kiểm tra số liệu hoặc cách hiểu áp dụng.`,

  unitNotInRegister: (p) => `danh mục đơn vị không có “${p.unit}”.${nearest(p.nearest)} Sửa mã đơn vị, hoặc bổ sung đơn vị vào danh mục.`,
  unitNamedTwice: (p) => `tên “${p.name}” trùng với đơn vị “${p.other}” trong cùng nhóm. Phân biệt hai đơn vị hoặc bỏ một.`,
  unitsInACircle: (p) =>
    `các đơn vị nối vòng tròn: ${[...p.units, ...p.units.slice(0, 1)].map((id) => `“${id}”`).join(" → ")}. Sửa một chỗ nối.`,
  unitInOtherGroup: (p) =>
    `danh mục xếp “${p.name}” ở nhóm “${p.registered}”, báo cáo ghi nhóm “${p.group}”. Sửa nhóm trong báo cáo, hoặc sửa danh mục.`,
  unitRenamed: (p) => `báo cáo ghi tên “${p.name}”, trong kỳ này đơn vị mang tên “${p.registered}”. Dùng tên trong kỳ.`,
  unitNameDiffers: (p) => `báo cáo ghi tên “${p.name}”, danh mục ghi “${p.registered}”. Kiểm tra mã và tên đơn vị.`,
  unitNotYet: (p) => `đến hết kỳ báo cáo chưa có “${p.name}”: đơn vị có từ ${day(p.since)}. Kiểm tra lại kỳ báo cáo và đơn vị.`,
  unitEnded: (p) => `“${p.name}” chỉ tồn tại đến hết ngày ${day(p.until)}, trước ngày cuối kỳ. Kiểm tra lại kỳ báo cáo và đơn vị.`,
  unitMerged: (p) =>
    `“${p.name}” tồn tại đến hết ngày ${day(p.until)}, sau đó nhập vào “${p.intoName}” (${p.into}). Báo cáo theo đơn vị mới, hoặc kiểm tra lại kỳ.`,
  unitListedAsNotRated: (p) =>
    `danh mục ghi “${p.name}” không xếp loại, xếp hạng (${p.reason.vi}), báo cáo không ghi như vậy. Thêm "notRated" vào báo cáo, hoặc sửa danh mục.`,
  unitListedAsRated: (p) =>
    `báo cáo ghi đơn vị không xếp loại, xếp hạng (${p.reason.vi}), danh mục không ghi “${p.name}” như vậy. Bỏ "notRated", hoặc sửa danh mục.`,
  periodNotRead: (p) =>
    `không đọc được ngày cuối của kỳ “${p.period}”, nên chưa đối chiếu được tên cũ, ngày thành lập, sáp nhập. Viết kỳ như 2021, 2026-Q3 hoặc 2025-08.`,
  registerOfOtherPeriods: (p) =>
    `danh mục lập cho kỳ ${list(p.periods)}, báo cáo của kỳ “${p.period}”; thay đổi của đơn vị trong kỳ này có thể chưa ghi. Kiểm tra lại danh mục.`,
  reportsMissing: (p) =>
    `nhóm “${p.group.vi}”: ${p.units.length} trong ${p.listed} đơn vị chưa gửi báo cáo kỳ “${p.period}”, vòng “${p.round}”${namesUnlessAll(p)}. Kiểm tra và nhắc các đơn vị này.`,

  moveNotAllowed: (p) =>
    `phiếu đang ở trạng thái “${p.from.vi}”, không chuyển sang “${p.to.vi}” được. Chọn một trong: ${list(p.allowed.map(({ vi }) => vi))}.`,
  moveOfOther: (p) => `bước này thuộc ${actors[p.expected] ?? p.expected}, nhật ký ghi ${actors[p.by] ?? p.by}. Sửa người thực hiện.`,
  moveWithoutReason: (p) => `chuyển phiếu sang “${p.to.vi}” phải nêu lý do. Bổ sung "reason".`,
  daysOutOfOrder: (p) => `ngày ${day(p.later)} đứng trước ngày ${day(p.earlier)}, trong khi phải bằng hoặc sau. Kiểm tra lại hai ngày.`,
  unknownDocument: (p) =>
    `tiêu chí này không yêu cầu tài liệu “${p.document}”. Các tài liệu yêu cầu: ${list(p.documents)}. Sửa “proves”, hoặc bỏ mục này.`,
  pointsWithoutDocument: (p) =>
    `kê khai được ${n(p.points)} điểm mà không có tài liệu kiểm chứng. Bổ sung tài liệu, hoặc giải trình cách tính.`,
  requiredDocumentMissing: (p) =>
    `thiếu tài liệu yêu cầu “${p.title.vi}” (${p.document}). Bổ sung tài liệu; nếu đã có, ghi "proves": "${p.document}" ở tài liệu đó.`,
  fileUnderOtherNumber: (p) =>
    `tài liệu số “${p.number}” có cùng mã băm tệp với tài liệu số “${p.other}” (${p.unit}, tiêu chí ${p.code}). Một tệp không thể là hai văn bản: kiểm tra số hiệu và tệp.`,
  documentFileDiffers: (p) => `tệp có mã băm ${p.found}, báo cáo ghi ${p.expected}. Kiểm tra xem tệp đã bị thay hoặc ghi nhầm mã băm.`,
  documentOutsideWindow: (p) =>
    `tài liệu ban hành ngày ${day(p.issuedOn)}, ngoài thời gian tính cho kỳ “${p.period}” (${day(p.from)} đến ${day(p.to)}). Kiểm tra ngày ban hành, hoặc dùng tài liệu khác.`,

  partsDoNotAddUp: (p) =>
    `các phần cộng lại được ${n(p.parts)}, không bằng điểm tối đa ${n(p.whole)} (lệch ${n(p.difference)}). Đối chiếu từng điểm tối đa với văn bản.`,
  cannotReachMax: (p) =>
    `cách chấm điểm chỉ cho cao nhất ${n(p.best)} điểm, không tới điểm tối đa ${n(p.maxPoints)}; không đơn vị nào đạt điểm tối đa. Đối chiếu với văn bản.`,
  partsEarnAboveMax: (p) => `các phần cộng lại cho ${n(p.best)} điểm, cao hơn điểm tối đa ${n(p.maxPoints)}. Đối chiếu với văn bản.`,
  earnsAboveMax: (p) => `${p.what} cho ${n(p.best)} điểm, cao hơn điểm tối đa ${n(p.maxPoints)}. Đối chiếu với văn bản.`,
  duplicateCode: (p) => `mã “${p.code}” dùng cho hai mục. Mỗi mã chỉ dùng một lần.`,
  codeNotNested: (p) => `mã “${p.code}” nằm dưới “${p.parent}” nhưng không bắt đầu bằng “${p.parent}.”. Sửa mã hoặc chuyển mục.`,
  leavesAlike: (p) => `trùng tên với mục “${p.other}” trong cùng nhóm. Phân biệt hai mục hoặc bỏ một.`,
  formerlyClaimedTwice: (p) =>
    `mã cũ “${p.code}” đã do mục “${p.other}” nhận. Mỗi tiêu chí cũ chỉ có một mục kế thừa; sửa hoặc bỏ “formerly” ở một trong hai mục.`,
  measureDoesNotFit: (p) =>
    `cách chấm “${p.kind}” không dùng được với số đo “${p.measure}”. Dùng được: ${list(p.fitting)}. Đổi số đo hoặc cách chấm.`,
  worseEarnsMore: (p) => `${p.worse} kém hơn ${p.better} mà được nhiều điểm hơn. Sắp xếp lại từ tốt đến kém, hoặc sửa điểm.`,
  duplicateOption: (p) => `“${p.option}” xuất hiện hai lần. Mỗi tên chỉ dùng một lần.`,
  reservedOption: (p) => `“${p.option}” là tên dành riêng của mẫu báo cáo. Đặt tên khác.`,
  bandGap: (p) => `có khoảng trống giữa ${p.between} và ${p.and}: giá trị rơi vào đó không có điểm. Nối liền hai mức.`,
  bandOverlap: (p) => `${p.between} và ${p.and} chồng lên nhau: có giá trị rơi vào cả hai mức. Sửa lại ranh giới.`,
  bandEmpty: (p) => `mức ${p.band} không chứa giá trị nào. Sửa lại ranh giới.`,
  bandsOutOfOrder: (p) => `các mức phải xếp từ tốt đến kém, tức là giá trị ${p.better === "higher" ? "giảm" : "tăng"} dần. Đảo lại thứ tự.`,
  boundNotWhole: (p) =>
    `ranh giới ${n(p.received)} không phải số nguyên, mà số đo này chỉ có giá trị nguyên. Viết ranh giới bằng số nguyên.`,
  bandTwoBounds: (p) => `mức ${p.band} có hai ranh giới ở cùng một phía. Giữ một.`,
  floorAboveTarget: (p) => `mức tối thiểu ${n(p.floor)} cao hơn mức đạt tối đa ${n(p.target)}. Đối chiếu với văn bản.`,
  thresholdOutOfReach: (p) =>
    `“${p.key}” là ${n(p.received)}, mà số đo này cao nhất là ${n(p.most)}; không đơn vị nào đạt được. Đối chiếu với văn bản.`,
  thresholdNotPositive: (p) => `“${p.key}” là ${n(p.received)}, phải lớn hơn 0.`,
  unknownCount: (p) => `không có số đếm “${p.count}”. Các số đếm đã khai: ${list(p.counts)}. Sửa tên, hoặc khai thêm số đếm.`,
  unknownSource: (p) => `không có nguồn “${p.source}”. Các nguồn đã khai: ${list(p.sources)}. Sửa tên, hoặc khai thêm nguồn.`,
  officialWithoutSource: () => 'mục này ghi là “official” nhưng chưa nêu đủ nguồn. Thêm "source" và "locator" chỉ chỗ trong văn bản.',
  notOfficial: (p) =>
    `tệp ghi là “official” nhưng mục này có độ tin cậy “${p.confidence}”. Nêu vị trí trong văn bản, hoặc ghi tệp là “reconstruction”; quy định hay cách chấm mà văn bản không nói thì ghi “inferred” kèm “note”.`,
  nothingDueUnstated: () =>
    'mẫu số có thể bằng 0 mà chưa nói khi đó chấm thế nào. Khai "nothingDue": "fullPoints", "zero", "leaveOut" hoặc "splitEqually".',
  nothingDueNeverHappens: () => 'cách chấm này không bao giờ gặp mẫu số bằng 0. Bỏ "nothingDue".',
  notDoneUnstated: () => 'việc có thể không được thực hiện mà chưa nói khi đó được mấy điểm. Khai "notDone".',
  notDoneNeverHappens: () => 'số đo này luôn có giá trị. Bỏ "notDone".',
  monitoredWithPoints: (p) => `mục chỉ theo dõi mà có ${n(p.maxPoints)} điểm. Đặt điểm tối đa là 0, hoặc bỏ "monitored".`,
  noticeMissing: () => 'không phải văn bản chính thức thì phải có "notice" để nói rõ với người đọc.',
  stillOpen: (p) => `${openWords[p.what].vi} còn để trống (null). Điền theo văn bản gốc, kèm nguồn, thì mới chấm điểm được.`,
  unknownAppraiser: (p) =>
    `bộ tiêu chí không khai cơ quan thẩm định “${p.appraiser}”. Các cơ quan đã khai: ${list(p.appraisers)}. Sửa tên, hoặc khai thêm ở "appraisers" của bộ tiêu chí.`,
  beyondMaxWithoutCap: (p) =>
    `${p.beyondMax === "bonus" ? "điểm cộng" : "điểm trừ"} không có mức trần (maxPoints là 0). Bổ sung số điểm nhiều nhất ${p.beyondMax === "bonus" ? "được cộng" : "bị trừ"}.`,
  beyondMaxNested: (p) =>
    `${p.beyondMax === "bonus" ? "điểm cộng" : "điểm trừ"} nằm bên trong một lĩnh vực. Sửa lại: đưa mục này lên ngang hàng với các lĩnh vực.`,
  rescaledToOther: (p) =>
    `mục này tối đa ${n(p.maxPoints)} điểm, nhưng khi có phần không tính thì phần còn lại quy đổi về ${n(p.points)} điểm. Đối chiếu lại văn bản.`,
  roundNotHeld: (p) => `bộ tiêu chí không có vòng ${round(p.round)}. Các vòng: ${list(p.rounds)}. Sửa lại vòng.`,
  unknownReading: (p) => `không có cách hiểu “${p.reading}”. Các cách hiểu: ${list(p.readings)}.`,
  noInterpretation: (p) => `tiêu chí “${p.code}” không có cách hiểu nào để chọn. Bỏ lựa chọn này.`,

  noGrading: () => "bộ tiêu chí này không có quy định xếp loại. Bỏ phần này, hoặc dùng bộ tiêu chí có mục “grading”.",
  groupWithoutGrades: (p) => `nhóm đơn vị “${p.group}” chưa có các mức xếp loại. Bổ sung nhóm này vào một mục của “scales”.`,
  unknownGrade: (p) => `không có mức xếp loại “${p.grade}”. Các mức của nhóm đơn vị này: ${list(p.grades)}. Sửa tên mức.`,
  gradeGap: (p) =>
    `giữa ${p.between} và ${p.and} có khoảng trống: điểm rơi vào đó không thuộc mức xếp loại nào. Đối chiếu với văn bản; đơn vị rơi vào đó sẽ chờ cấp có thẩm quyền quyết định.`,
  lowestGradeConditional: (p) =>
    `mức thấp nhất “${p.grade}” có điều kiện: đơn vị không đạt điều kiện đó sẽ không thuộc mức nào. Đối chiếu với văn bản.`,
  unknownFact: (p) => `không có số liệu xét điều kiện “${p.fact}”. Các số liệu đã khai trong “facts”: ${list(p.facts)}. Sửa tên.`,
  factNeedsCohort: (p) =>
    `số đo “${p.measure}” phụ thuộc các đơn vị khác, không dùng để xét điều kiện được. Dùng số đo tính từ số liệu của chính đơn vị.`,
  factNothingDueUnstated: () =>
    'mẫu số có thể bằng 0 mà chưa nói khi đó điều kiện có đạt hay không. Khai "nothingDue": "holds", "fails" hoặc "undecided".',
  boundMissing: () => 'điều kiện chưa có ranh giới nào. Khai "atLeast", "moreThan", "lessThan" hoặc "atMost".',
  unknownEvent: (p) => `không có sự kiện “${p.event}”. Các sự kiện khai được: ${list(p.events)}. Sửa tên hoặc xóa mục này.`,
  forcedNotLowest: (p) =>
    `sự kiện buộc xếp mức “${p.grade}”, không phải mức thấp nhất (${list(p.lowest)}). Dùng "caps" nếu chỉ là không xếp cao hơn mức này, hoặc sửa tên mức.`,
  quotaOfLowest: (p) =>
    `tỷ lệ khống chế đặt cho mức thấp nhất “${p.grade}”: đơn vị vượt tỷ lệ không còn mức nào bên dưới. Đối chiếu với văn bản.`,
  quotaWithoutBase: (p) =>
    `tỷ lệ khống chế “${p.quota}” tính trên số đơn vị bằng 0, trong khi đề nghị ${n(p.proposed)} đơn vị. Cần cấp có thẩm quyền quyết định các đơn vị này.`,

  badEditionId: (p) =>
    `“${p.id}” không phải tên phiên bản bộ tiêu chí. Tên gồm chữ thường, số, gạch nối và gạch chéo; đường dẫn tệp thì kết thúc bằng .json. Xem danh mục bằng lệnh editions.`,
  unknownEdition: (p) =>
    `không có phiên bản “${p.id}” trong danh mục, cũng không có tệp tên như vậy.${p.nearest.length > 0 ? ` Có phải ${list(p.nearest)}?` : ""} Xem danh mục bằng lệnh editions.`,
  structureOnly: (p) =>
    `“${p.id}” mới có cấu trúc, chưa có cách chấm từng tiêu chí, nên chưa chấm điểm được. Cần văn bản gốc để hoàn thiện.`,
  editionHoldsOther: (p) =>
    p.holds === "units" && p.wanted === "criteria"
      ? `“${p.id}” là danh mục đơn vị, không phải bộ tiêu chí. Dùng nó với --units, hoặc chọn một bộ tiêu chí bằng lệnh editions.`
      : `“${p.id}” là ${editionWords[p.holds]}, không phải ${editionWords[p.wanted]}. Chọn một ${editionWords[p.wanted]} bằng lệnh editions, hoặc dùng đường dẫn tệp.`,
  editionChanged: (p) =>
    `nội dung phiên bản “${p.id}” không khớp mã băm trong danh mục (cần ${p.expected}, thấy ${p.found}). Cài lại gói, hoặc dùng đường dẫn tệp.`,

  notARecord: () => "không phải hồ sơ niêm phong: không có bản ghi nào. Chọn tệp do lệnh seal ghi ra.",
  recordNotUtf8: () => "dòng này không còn là chữ mã UTF-8: tệp đã hỏng hoặc bị sửa. Đối chiếu với bản gốc của tệp.",
  recordNotNfc: () =>
    "chữ ở dạng tách dấu (NFD), hồ sơ chỉ chứa dạng dựng sẵn (NFC): nội dung đã bị chuyển dạng sau khi niêm phong. Đối chiếu với bản gốc của tệp.",
  recordNotWhole: () =>
    "có số lẻ hoặc số quá lớn viết thẳng trong JSON; hồ sơ ghi số lẻ bằng chữ để không mất chữ số. Đối chiếu với bản gốc của tệp.",
  lineUnknown: () => "dòng này không phải bản ghi, gốc hay chữ ký. Xem có phần nào được thêm vào tệp sau khi niêm phong không.",
  lineRearranged: () =>
    "dòng này không viết đúng dạng chuẩn tắc (thứ tự khóa hay khoảng trắng đã đổi), nội dung vẫn nguyên vẹn. Nên dùng bản gốc của tệp.",
  entryChanged: (p) =>
    `nội dung bản ghi không khớp mã băm của nó (cần ${p.expected}, thấy ${p.found}): bản ghi đã bị sửa sau khi niêm phong. Đối chiếu với bản gốc của tệp.`,
  partChanged: (p) => `phần “${p.part}” của bản ghi đã bị sửa sau khi niêm phong. Đối chiếu với bản gốc của tệp, hoặc hỏi đơn vị đã ghi.`,
  entryOutOfOrder: (p) =>
    `đến lượt bản ghi số ${p.expected}, lại thấy số ${p.found}: có bản ghi bị bỏ, thêm hoặc đổi chỗ. Đối chiếu với bản gốc của tệp.`,
  chainBroken: (p) =>
    `bản ghi này nối vào một bản ghi số ${p.before} khác với bản ghi đang có: một trong hai đã bị thay. Đối chiếu với bản gốc của tệp.`,
  correctsNothing: (p) =>
    `đính chính hoặc rút bản ghi số ${p.number}, nhưng không có bản ghi như vậy còn hiệu lực trước đó. Đối chiếu với bản gốc của tệp.`,
  textChanged: () =>
    "văn bản ghi kèm không khớp mã băm trong bản ghi: tên, tài liệu hoặc ghi chú này đã bị sửa. Đối chiếu với bản gốc của tệp.",
  strayText: (p) => `văn bản ghi kèm (mã băm ${p.digest}) không thuộc chỗ nào trong bản ghi. Đối chiếu với bản gốc của tệp.`,
  headMissing: (p) =>
    `sau ${p.entries} bản ghi, tệp hết mà không có dòng ghi gốc: phần cuối tệp có thể đã bị cắt. Đối chiếu với bản gốc của tệp.`,
  headOfOtherSize: (p) =>
    `dòng gốc ghi ${p.size} bản ghi, trong tệp có ${p.entries} bản ghi trước nó: có bản ghi bị bỏ hoặc thêm. Đối chiếu với bản gốc của tệp.`,
  headDiffers: (p) =>
    `gốc ghi trong tệp (${p.expected}) không phải gốc tính từ các bản ghi (${p.found}). Đối chiếu với gốc đã in khi công bố.`,
  rootNotFound: (p) =>
    `gốc đã in ${p.root} không phải gốc của hồ sơ này, cũng không phải của phần đầu nào của nó. Kiểm tra lại chữ số đã nhập; nếu đúng, đây không phải hồ sơ đã công bố.`,
  rootOfBeginning: (p) =>
    `gốc đã in ${p.root} là gốc của ${p.size} bản ghi đầu; từ đó đến nay hồ sơ có ${p.entries} bản ghi. Xem các bản ghi đính chính thêm sau.`,
  badRoot: (p) => `“${p.received}” không phải gốc: cần đúng 64 chữ số thập lục phân (0–9, a–f). Nhập lại gốc đã in.`,
  signatureBroken: (p) =>
    `chữ ký của “${p.signer}” không đúng với khóa công khai đã cho: gốc, người ký hoặc ngày ký đã bị sửa. Kiểm tra lại khóa và bản gốc của tệp.`,
  signatureOfOtherHead: (p) => `chữ ký của “${p.signer}” ký một gốc không có trong hồ sơ này. Đối chiếu với bản gốc của tệp.`,
  signatureMissing: (p) => `không có chữ ký nào của khóa ${p.keyId}. Kiểm tra có đúng khóa công khai của người ký không.`,
  notAKey: (p) => `${keyFault[p.why]}. Dùng tệp khóa Ed25519 dạng PEM do lệnh keygen hoặc openssl ghi ra.`,
  secretTooShort: (p) => `bí mật dùng để che văn bản cần ít nhất ${p.least} ký tự. Tạo một chuỗi ngẫu nhiên dài hơn và giữ kín.`,
  nothingToRecord: () => "không có gì khác với hồ sơ đã niêm phong, nên không có gì để ghi thêm. Kiểm tra lại các báo cáo đã nêu.",
  correctionWithoutReason: (p) => `${p.entries} bản ghi sẽ bị đính chính hoặc rút mà chưa nêu lý do. Nêu lý do bằng --reason.`,
  recordRedacted: (p) => `hồ sơ đã ẩn ${p.withheld} văn bản, nên không ghi nối tiếp được. Dùng bản đầy đủ của hồ sơ.`,
  criteriaNotRecorded: () => "hồ sơ không ghi bộ tiêu chí nào, nên không tính lại được. Dùng bản đầy đủ của hồ sơ.",
  criteriaDigestDiffers: (p) =>
    `hồ sơ chấm theo bộ tiêu chí có mã băm ${p.recorded}, bộ đã nêu có mã băm ${p.found}: không tính lại bằng bộ khác. Bỏ lựa chọn này để dùng bộ ghi trong hồ sơ.`,
  resultDiffers: (p) =>
    `${resultParts[p.what] ?? p.what}${p.round === undefined ? "" : ` (${round(p.round)})`}: hồ sơ ghi ${shown(p.recorded)}, tính lại được ${shown(p.recomputed)}. Nguyên nhân: ${causes[p.cause]}. Đối chiếu với bản gốc của hồ sơ.`,
  otherEngine: (p) =>
    `hồ sơ do phiên bản ${p.recorded} tính, phiên bản đang chạy là ${p.running} (${engineOrder[p.order]}). Xem kết quả tính lại để biết có chữ số nào đổi không.`,
  notAReceipt: () => "không phải giấy chứng nhận của hồ sơ niêm phong. Chọn tệp do lệnh receipt ghi ra.",
  receiptOfOtherRoot: (p) => `giấy chứng nhận thuộc gốc ${p.found}, gốc đã in là ${p.expected}. Kiểm tra có đúng lần công bố không.`,
  receiptDoesNotProve: (p) =>
    `bản ghi này không thuộc gốc ${p.root}: bản ghi hoặc chuỗi chứng minh đã bị sửa. Đối chiếu với bản gốc của giấy chứng nhận.`,
  notAConsistencyProof: () => "không phải bằng chứng nhất quán giữa hai lần công bố. Chọn tệp do lệnh consistency ghi ra.",
  notConsistent: (p) =>
    `bằng chứng không cho thấy lần công bố ${p.to} giữ nguyên mọi bản ghi của lần ${p.from}. Đối chiếu lại hai gốc đã in.`,

  unknownScale: (p) => `không có thang trả lời “${p.scale}”. Các thang đã khai: ${list(p.scales)}. Sửa tên, hoặc khai thêm thang.`,
  answersAlike: (p) =>
    `“${p.written}” đã là một cách ghi của phương án “${p.other}” (không phân biệt chữ hoa, chữ thường). Chỉ dùng cho một phương án.`,
  nothingCounts: () =>
    'không phương án nào của thang này được tính, nên không tổng hợp được. Đặt mức cho ít nhất một phương án, ví dụ "100".',
  factorWithoutQuestions: () =>
    'tệp ghi "complete" (đủ) mà yếu tố này chưa có câu hỏi. Bổ sung câu hỏi, hoặc ghi "partial" nếu chưa biết câu hỏi.',
  partialWithoutGap: () =>
    'tệp ghi "partial" (chưa đủ) mà yếu tố nào cũng có câu hỏi. Sửa thành "complete", hoặc để trống câu hỏi của yếu tố chưa biết.',
  questionNotAsked: (p) =>
    `phiếu khảo sát không có câu hỏi “${p.question}”. Các câu hỏi có: ${list(p.questions)}. Sửa mã câu hỏi hoặc xóa mục này.`,
  generalQuestionMissing: () =>
    'cách tính "generalQuestion" lấy theo câu hỏi chung, mà tệp không có câu này. Bổ sung "general", hoặc chọn cách tính khác.',

  otherSeries: (p) =>
    `hai kết quả thuộc hai chuỗi số liệu khác nhau: “${p.series.vi}” và “${p.other.vi}”. Người được hỏi hoặc câu hỏi đã khác, nên không so sánh được; chọn kết quả trong cùng một chuỗi.`,
  otherConductor: (p) =>
    `“${p.series.vi}” do ${conductors[p.by]} khảo sát, còn “${p.other.vi}” do ${conductors[p.otherBy]} khảo sát. Không so sánh khảo sát của địa phương với khảo sát của Bộ; chọn kết quả của cùng một bên.`,
  tallyOfOther: (p) => `bảng tổng hợp đếm theo phiếu ${p.tally}, không phải ${p.questionnaire}. Chọn đúng phiếu khảo sát.`,
  notCountedBy: (p) =>
    p.keys.length === 0
      ? `số liệu không có cột “${p.key}”, nên không chia theo cột đó được. Thêm cột vào tệp phiếu.`
      : `số liệu không có cột “${p.key}”, nên không chia theo cột đó được. Các cột có: ${list(p.keys)}.`,
  notFinite: (p) => `“${p.received}” không phải là số hữu hạn. Tìm phép chia cho 0 hoặc ô trống ở nơi tính ra số này.`,
  singleClusterStratum: (p) =>
    `tầng “${p.stratum}” chỉ có một cụm nên không ước lượng được phương sai. Gộp với tầng tương tự, hoặc chọn cách xử lý: remove, certainty, adjust, average.`,
  populationTooSmall: (p) =>
    `tầng “${p.stratum}”: ${p.received === "?" ? "chưa ghi số cụm của tổng thể" : `số cụm của tổng thể ghi là ${p.received}`}, trong khi mẫu có ${p.sampled} cụm. Ghi số nguyên không nhỏ hơn số cụm của mẫu.`,
  nothingToEstimate: (p) =>
    `không ước lượng được “${p.measure}”: không ai trả lời, hoặc mọi người trả lời đều ở một cụm mà lần lặp bỏ ra. Mở rộng nhóm, hoặc dùng tuyến tính hóa Taylor.`,
  intervalUndefined: (p) => `khoảng tin cậy ${p.method} của ${p.received} không xác định: ${undefinedInterval[p.reason]}`,
  marginWithoutPeople: (p) =>
    `chiều “${p.margin}”: nhóm “${p.category}” phải có người trong mẫu và tổng lớn hơn 0. Gộp với nhóm khác, hoặc sửa tổng.`,
  marginWithoutTotal: (p) =>
    `chiều “${p.margin}”: có người thuộc nhóm “${p.category}” mà nhóm này chưa có tổng. Ghi tổng của nhóm trong tổng thể.`,
  marginsDisagree: (p) =>
    `các tổng của “${p.margin}” cộng lại là ${p.sum}, của “${p.other}” là ${p.otherSum}; phải cùng một tổng thể. Sửa lại các tổng.`,
  rakingUnfinished: (p) =>
    `sau ${p.rounds} vòng, trọng số vẫn lệch ${p.distance} so với tổng. Gộp các nhóm nhỏ, hoặc tăng số vòng hay dung sai.`,
  surveyWithoutIndex: (p) =>
    `phần “${p.part}” không có chỉ số để đưa vào tiêu chí: ${withoutIndex[p.reason]}. Không ghi 0 thay cho chỗ chưa có số liệu.`,
  clusterInTwoStrata: (p) =>
    `cụm “${p.cluster}” thuộc tầng “${p.stratum}”, trong khi trước đó thuộc tầng “${p.other}”. Mỗi cụm chỉ thuộc một tầng; sửa một trong hai chỗ.`,
  tallyKeysDiffer: (p) =>
    `bảng tổng hợp đếm theo các cột ${list(p.keys)}, bảng đầu đếm theo ${list(p.others)}. Đếm lại theo cùng các cột rồi mới gộp.`,
  surveyPartUnknown: (p) => `phiếu khảo sát không có câu hỏi hay phần “${p.name}”. Kiểm tra lại mã, hoặc chọn đúng phiếu.`,
  answerOutsideScale: (p) =>
    `“${p.received}” không có trong thang trả lời. Các mã có: ${list(p.allowed)}. Sửa câu trả lời, hoặc để trống nếu không có.`,
  columnUnknown: (p) =>
    `cột “${p.heading}” không phải câu hỏi của phiếu hay cột của mẫu khảo sát. Các câu hỏi: ${list(p.known)}. Sửa tiêu đề, hoặc nêu cột này trong “ignored” nếu không dùng.`,
  columnUnheaded: (p) =>
    `cột thứ ${p.column} (${p.letter} trong Excel) có tiêu đề trống; ô tiêu đề gộp chỉ đặt tên cho cột đầu. Bỏ gộp ô và ghi tiêu đề cho từng cột.`,
  columnMissing: (p) => `thiếu cột “${p.column}”. Bổ sung cột, hoặc nêu trong “columns” cột nào là cột này.`,
  columnTwice: (p) => `“${p.column}” có ở hơn một cột: ${list(p.headings)}. Chỉ giữ một cột.`,
  fieldsMiscounted: (p) =>
    `dòng có ${p.fields} ô, trong khi tiêu đề có ${p.columns} cột. Kiểm tra dấu phân cách và dấu ngoặc kép của dòng này.`,
  quoteNotClosed: () =>
    "dấu ngoặc kép mở ở dòng này không được đóng đúng chỗ, nên dòng bị bỏ và việc đọc tiếp từ dòng sau. Thêm dấu ngoặc kép còn thiếu.",
  bytesNotText: () =>
    "ô có byte không đúng bảng mã UTF-8 như phần trước của tệp. Lưu lại tệp theo một bảng mã, hoặc nêu bảng mã trong “encoding”.",
  respondentTwice: (p) => `mã phiếu “${p.respondent}” đã có ở dòng trước, nên dòng này không được tính. Xóa phiếu nhập trùng, hoặc sửa mã.`,
  weightNotPositive: (p) => `trọng số là “${p.received}”, phải là số lớn hơn 0. Sửa trọng số của phiếu này.`,
  designMissing: (p) => `ô “${p.column}” để trống, nên không biết phiếu này thuộc đâu trong mẫu. Điền đủ cột của thiết kế mẫu.`,
  questionnairePartial: (p) =>
    `phiếu “${p.questionnaire}” chưa đủ câu hỏi, nên không đếm câu trả lời theo phiếu này được. Dùng phiếu đầy đủ.`,
  worthTooFine: (p) => `các mức quy đổi ${list(p.worths)} lẻ quá nên không cộng thành số nguyên được. Dùng ít chữ số thập phân hơn.`,
  tallyRowUnreadable: (p) =>
    `kết quả truy vấn có “${p.received}” ở cột “${p.column}”, không đúng dạng bảng đếm. Chạy đúng truy vấn do tallySql viết ra.`,
  planPartUnknown: (p) =>
    `kế hoạch không có ${planParts[p.what]} “${p.id}”. Đã khai: ${list(p.known)}. Sửa mã, hoặc khai thêm trong kế hoạch.`,
  dayOutsidePlan: (p) => `ngày ${day(p.day)} không thuộc năm ${p.year} của kế hoạch hay năm kế tiếp. Kiểm tra lại ngày hoặc năm.`,
  outsideCalendar: (p) =>
    `lịch nghỉ chỉ biết từ ${day(p.from)} đến ${day(p.to)}, nên ngày nghỉ lễ quanh ngày ${day(p.day)} chưa được tính. Bổ sung lịch, hoặc kiểm tra lại số ngày làm việc.`,
  dayOffAndWorked: (p) => `ngày ${day(p.day)} vừa là ngày nghỉ vừa là ngày làm bù. Giữ một trong hai.`,
  thresholdOfAll: (p) => `chỉ tiêu là “tất cả” (all) mà còn ghi mức ${n(p.received)}. Bỏ "value", hoặc sửa "boundary".`,
  progressOfOtherPlan: (p) =>
    `tiến độ ghi của kế hoạch “${p.received}”, không phải “${p.expected}”. Dùng đúng kế hoạch, hoặc sửa lại "plan".`,
  doneAfterDay: (p) =>
    `việc ghi xong ngày ${day(p.on)}, sau ngày tính tiến độ ${day(p.day)}. Kiểm tra lại hai ngày, hoặc tính đến ngày muộn hơn.`,
  progressOlder: (p) =>
    `tiến độ được báo cáo đến ngày ${day(p.asOf)}, còn tính đến ngày ${day(p.on)}: việc xong sau ngày báo cáo chưa có trong đó. Cập nhật tiến độ nếu cần.`,
  baseDiffers: (p) => `mẫu số báo cáo là ${n(p.reported)}, kế hoạch ghi ${n(p.printed)}. Kiểm tra lại; chỉ tiêu được tính theo số báo cáo.`,
  planOfOtherYear: (p) => `kế hoạch của năm ${p.year}, báo cáo ghi kỳ “${p.period}”. Dùng kế hoạch của năm được đánh giá, hoặc sửa kỳ.`,
  planNotLinked: (p) =>
    `kế hoạch chưa nối với bộ tiêu chí “${p.edition}”${p.linked.length === 0 ? "" : `, chỉ nối với ${list(p.linked)}`}. Khai mục "links" trong kế hoạch, hoặc chọn bộ tiêu chí khác.`,
  figureDoesNotFit: (p) =>
    `“${p.key}” của tiêu chí cần ${fieldKinds[p.expected] ?? `giá trị loại “${p.expected}”`}, kế hoạch đưa sang ${fieldKinds[p.fed]}. Sửa mục nối này.`,
  notFed: (p) => `chưa đưa số liệu sang tiêu chí này: ${unfed[p.why]}. Bổ sung vào kế hoạch hoặc tiến độ; chỗ này để trống, không phải 0.`,
  tasksWithoutDeadline: (p) =>
    `${n(p.tasks)} nhiệm vụ chưa nêu thời hạn nên không tính là đến hạn. Bổ sung thời hạn theo kế hoạch gốc nếu có.`,
  planOfOtherUnit: (p) => `báo cáo của “${p.received}”, còn số liệu kế hoạch của “${p.expected}”. Chọn báo cáo của cùng đơn vị, cùng kỳ.`,
  planDiffers: (p) => `“${p.key}” báo cáo ghi ${p.reported}, kế hoạch tính ra ${p.planned}. Giữ số đã báo cáo; kiểm tra lại số nào đúng.`,
  totalDiffers: (p) =>
    `tổng in ${n(p.printed)}, các phần cộng lại ${n(p.parts)}; lệch quá sai số làm tròn ${n(p.tolerance)}. Đối chiếu lại bảng gốc.`,
  partAboveMax: (p) => `in ${n(p.printed)}, cao hơn điểm tối đa ${n(p.maxPoints)}. Đối chiếu lại bảng gốc.`,
  rankAgainstValue: (p) =>
    `hạng ${p.rank} với ${n(p.value)}, trong khi “${p.other}” hạng ${p.otherRank} với ${n(p.otherValue)}: hạng ngược với điểm. Đối chiếu lại bảng gốc.`,
  rankRepeated: (p) => `hạng ${p.rank} trùng với “${p.other}” dù điểm khác nhau. Đối chiếu lại bảng gốc.`,
  rankMissing: (p) => `không đơn vị nào có hạng ${p.rank}. Kiểm tra đơn vị không xếp hạng hoặc dòng bị thiếu.`,
  meanDiffers: (p) =>
    `trung bình in ${n(p.printed)}, tính lại ${n(p.computed)}; lệch quá sai số ${n(p.tolerance)}. Đối chiếu lại bảng gốc.`,
  percentDiffers: (p) =>
    `tỷ lệ in ${n(p.printed)} %, điểm chia cho tổng điểm tối đa được tính là ${n(p.computed)} %; lệch quá sai số làm tròn ${n(p.tolerance)}. Đối chiếu lại bảng gốc.`,
  changeDiffers: (p) => `mức thay đổi in ${n(p.printed)}, tính lại ${n(p.computed)}. Luôn tính thay đổi từ hai số đã công bố.`,
  distanceDiffers: (p) =>
    `chênh lệch so với trung bình in ${n(p.printed)}, tính lại ${n(p.computed)}. Luôn lấy giá trị đã công bố trừ trung bình đã công bố.`,
  countDiffers: (p) =>
    `${counted[p.what]}${p.group === undefined ? "" : ` “${p.group}”`}: ghi ${n(p.printed)}, khớp với bảng là ${n(p.computed)}. Đối chiếu lại bảng gốc.`,
  shareDiffers: (p) =>
    `tỷ lệ của nhóm “${p.group}” in ${n(p.printed)} %, số đơn vị của nhóm là ${n(p.computed)} % tổng số đơn vị. Đối chiếu lại bảng gốc.`,
  valueDiffers: (p) => `in ${n(p.printed)}, nguồn “${p.source}” in ${n(p.other)}. Ưu tiên bảng chính thức và ghi lại nguồn.`,
  unitRepeated: (p) => `“${p.unit}” có hơn một dòng, trong khi mỗi đơn vị chỉ có một. Đối chiếu lại bảng gốc.`,
  printedNotANumber: (p) => `“${p.received}” không phải là số. Đơn vị chưa có số liệu thì để trống, không ghi 0.`,
  zeroWithoutData: () => "in 0 mà không có điểm nào cho ra số này. Đơn vị chưa có số liệu thì để trống ô, không ghi 0.",
  workbookUnreadable: (p) =>
    `không đọc được tệp Excel (${unreadableWorkbook[p.why]}). Mở tệp bằng Excel hoặc LibreOffice rồi lưu lại dạng .xlsx, không đặt mật khẩu.`,
  workbookTooLarge: (p) =>
    `tệp Excel quá lớn: ${workbookMeasure[p.what]} là ${n(p.found)}, tối đa ${n(p.limit)}. Kiểm tra có đúng tệp phiếu không; xóa các vùng trống đã định dạng thừa.`,
  notAForm: () =>
    "tệp Excel này không phải phiếu do phần mềm lập (thiếu trang ẩn của phiếu). Lập phiếu bằng: par-index form BỘ-TIÊU-CHÍ --out phieu.xlsx, rồi điền vào đó.",
  formOfOtherText: (p) =>
    `phiếu lập theo một bản khác của “${p.criteria}”: cùng mã và lần sửa đổi nhưng nội dung bộ tiêu chí đã khác. Lập lại phiếu theo bản đang dùng.`,
  formColumnMissing: (p) => `cột “${p.heading}” của phiếu không còn. Lấy lại phiếu gốc và chép số liệu sang.`,
  formColumnTwice: (p) => `cột “${p.heading}” có hai lần (cột kia ở ô ${p.other}), không rõ lấy cột nào. Xóa cột thừa.`,
  formRowMissing: (p) => `dòng “${p.row}” của phiếu không còn, nên không rõ số liệu này thế nào. Lấy lại phiếu gốc và chép số liệu sang.`,
  formSheetTwice: (p) => `phiếu có hai trang như nhau (trang kia là “${p.other}”), không rõ lấy trang nào. Xóa trang thừa.`,
  formRowTwice: (p) => `dòng “${p.row}” có hai lần (dòng kia ở ô ${p.other}), không rõ lấy dòng nào. Xóa dòng thừa.`,
  formRowUnknown: (p) => `dòng này không có trong phiếu đã lập (“${p.row}”). Xóa dòng, hoặc lấy lại phiếu gốc.`,
  formRowChanged: (p) =>
    `ô này ghi “${p.received}”, phiếu gốc ghi “${p.expected}”: nội dung dòng đã bị sửa. Ghi lại như cũ, hoặc lấy lại phiếu gốc.`,
  strayCell: (p) => `“${p.received}” ghi ngoài các ô của phiếu nên không được đọc. Chuyển vào đúng ô, hoặc xóa.`,
  documentUnnamed: () => "tài liệu không ghi mã tiêu chí nên không rõ chứng minh cho tiêu chí nào. Chọn mã tiêu chí ở đầu dòng.",
  cellError: (p) => `ô đang báo lỗi ${p.shown}. Sửa công thức, hoặc ghi số.`,
  cellNoResult: () => "ô có công thức chưa được tính. Mở tệp bằng Excel rồi lưu lại, hoặc ghi số.",
  cellIsDay: (p) =>
    `ô là ngày ${day(p.day)}, trong khi ở đây không ghi ngày (Excel có thể đã tự đổi, ví dụ “1/2”). Định dạng lại ô thành số hoặc văn bản rồi ghi lại.`,
  cellIsPercent: (p) => `ô là ${p.shown}, trong khi cần một số lượng, không phải tỷ lệ phần trăm. Định dạng lại ô thành số và ghi lại.`,
  cellInBlock: (p) => `ô này đã bị gộp vào ô ${p.first}, nên không còn chỗ ghi riêng. Bỏ gộp ô và ghi lại từng số.`,
  cellHidden: () => "dòng hoặc cột của ô này đang bị ẩn; số liệu vẫn được đọc. Hiện lại để người xem thấy.",
  cellLinked: () => "số liệu lấy bằng công thức từ tệp khác; đã đọc giá trị lưu trong tệp này, không mở tệp kia. Nên ghi số trực tiếp.",
  notPicked: (p) => `“${p.received}” không có trong danh sách. Chọn một trong: ${list(p.choices)}.`,
};
