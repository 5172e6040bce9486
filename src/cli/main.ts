#!/usr/bin/env node
import { pipeline } from "node:stream/promises";
import { Command, CommanderError, Option } from "commander";
import packageFile from "../../package.json" with { type: "json" };
import { signerRoles } from "../audit/signature";
import { type WithheldClass, withheldClasses } from "../audit/withholding";
import type { Bilingual, Language } from "../exact/formatNumber";
import { wordsIn } from "../issue/fields";
import { ParError } from "../issue/parError";
import { singleClusterPolicies } from "../survey/precision/sampleDesign";
import { tallyKeys } from "../survey/tally";
import { sqlDialects } from "../survey/tallySql";
import { campaignCommand } from "./campaign";
import { chartCommand, chartKinds } from "./chart";
import { checkCommand } from "./check";
import { compareCommand } from "./compare";
import { consistencyCommand, verifyConsistencyCommand } from "./consistency";
import { type CommonOptions, DataError, isOnlyOpen, type UnitOptions, UsageError } from "./context";
import { diffCommand } from "./diff";
import { diffRecordsCommand } from "./diffRecords";
import { editionOfForms } from "./editionOfForms";
import { editionsCommand } from "./editions";
import { explainCommand } from "./explain";
import { formCommand } from "./form";
import { gradeCommand } from "./grade";
import { lostCommand } from "./lost";
import { minutesCommand } from "./minutes";
import { issuesAsJson, type Output, onOneLine, render, renderIssues, spread, usageAsJson } from "./output";
import { pageCommand } from "./page";
import { type PathOptions, pathCommand } from "./path";
import { type PlanOptions, planCommand } from "./plan";
import { rankCommand } from "./rank";
import { type ReceiptOptions, receiptCommand, verifyReceiptCommand } from "./receipt";
import { redactCommand } from "./redact";
import type { RegisterOptions } from "./register";
import { type ReplayCommandOptions, replayCommand } from "./replay";
import { reportCommand } from "./report";
import { robustCommand } from "./robust";
import { roundsCommand } from "./rounds";
import { scoreCommand } from "./score";
import { scoreLines } from "./scoreLines";
import { sealCommand } from "./seal";
import { keygenCommand, type SignCommandOptions, signCommand } from "./sign";
import { type SipasOptions, sipasCommand } from "./sipas";
import { type SipasPlanOptions, sipasPlanCommand } from "./sipasPlan";
import { type SipasSqlOptions, sipasSqlCommand } from "./sipasSql";
import { structureCommand } from "./structure";
import { tourCommand } from "./tour";
import { type VerifyCommandOptions, verifyCommand } from "./verify";
import { type WhatIfOptions, whatIfCommand } from "./whatIf";
import { workbookCommand } from "./workbook";
import { yearsCommand } from "./years";

const outputFormats = ["table", "json", "csv"] as const;

/** The options of `score`, which may print a line for each score too. */
type ScoreOptions = Omit<CommonOptions, "format"> &
  UnitOptions &
  RegisterOptions & { readonly format: CommonOptions["format"] | "jsonl"; readonly workers?: string };

const roundHelp = "vòng: selfAssessed, appraised, explained, reappraised, counted · round";

/** What to do about a set that nobody can score yet. */
const openHint: Bilingual = {
  vi: "Bộ tiêu chí đang soạn, chưa chấm điểm được. Điền những chỗ trên vào tệp; xem cả bộ bằng: par-index check TÊN-BỘ-TIÊU-CHÍ\n",
  en: "The set is a draft and cannot be scored yet. Fill these in; the whole set is shown by: par-index check EDITION\n",
};

/** The data has issues; the command was called wrongly. */
const dataHasIssues = 1;
const wrongUsage = 2;

const program = new Command("par-index")
  .description("Chấm điểm, xếp hạng, diễn giải chỉ số cải cách hành chính · Score, rank and explain administrative-reform indices")
  .version(packageFile.version)
  .exitOverride()
  .configureOutput({ outputError: () => undefined })
  .showSuggestionAfterError(true);

command("editions", "Danh mục phiên bản bộ tiêu chí · The editions that come with the package").action((options: CommonOptions) =>
  print(editionsCommand(options), options),
);

command("form <edition>", "Những gì một đơn vị phải báo cáo · What a unit has to report")
  .option("--unit <id>", "mã đơn vị · id of the unit")
  .option("--name <name>", "tên đơn vị · name of the unit")
  .option("--group <id>", "nhóm đơn vị · group of the unit")
  .option("--period <period>", "kỳ báo cáo · period")
  .option("--round <round>", roundHelp)
  .option("--appraiser <id>", "cơ quan thẩm định · the appraising agency")
  .option("--before <reports...>", "báo cáo các vòng trước, ghi sẵn vào phiếu · reports of earlier rounds, shown in the form")
  .option("--units <register>", "lập phiếu cho mọi đơn vị của danh mục · a form for every unit of a register")
  .option("--out <file>", "phiếu Excel (.xlsx), mẫu trống (.json, .csv), hoặc thư mục · Excel form, blank report, or folder")
  .option("--schema", "lưu JSON Schema của báo cáo thay cho mẫu trống · save the JSON Schema of a report instead")
  .action(async (edition: string, options: CommonOptions) => print(await formCommand(edition, options), options));

withRegister(command("check <edition> [reports...]", "Kiểm tra bộ tiêu chí và báo cáo · Check a criteria set and reports"))
  .option("--documents", "thống kê tài liệu kiểm chứng còn thiếu · list missing supporting documents")
  .option("--mark <folder>", "ghi các phiếu Excel có lỗi, đã đánh dấu ô sai, vào thư mục · save forms with their issues marked")
  .option("--files <folder>", "thư mục có tệp tài liệu, để đối chiếu mã băm · folder of the documents' files, to check their digests")
  .action(onReports(checkCommand, { none: true }));

withRegister(
  command("campaign <campaign> <edition> [reports...]", "Tình hình gửi báo cáo của một đợt đánh giá · Who sent what in time in a campaign"),
)
  .requiredOption("--on <day>", "tính đến ngày, ví dụ 2021-12-20 · the day asked about")
  .option("--soon-days <days>", "còn mấy ngày thì là sắp đến hạn · from how many days before a report is due soon", "3")
  .action(async (file: string, edition: string, reports: string[], options: CommonOptions & { on: string; soonDays: string }) =>
    print(await campaignCommand(file, edition, reports, options), options),
  );

inCampaign(withRegister(chooseUnit(command("score <edition> [reports...]", "Chấm điểm · Score", [...outputFormats, "jsonl"]))))
  .option("--workers <number>", "số luồng chấm điểm, với --format jsonl và tệp .jsonl · worker threads of reports in .jsonl")
  .action((first: string, others: readonly string[], options: ScoreOptions) => {
    const { format } = options;
    return format === "jsonl" ? onLines(first, others, options) : onReports(scoreCommand)(first, others, { ...options, format });
  });

inCampaign(withRegister(command("rank <edition> [reports...]", "Xếp hạng · Rank")))
  .option("--round <round>", roundHelp)
  .option("--by <code>", "theo lĩnh vực hoặc tiêu chí · by an area or a criterion")
  .addOption(new Option("--within <scope>", "trong từng nhóm hay tất cả · within each group or all together").choices(["group", "all"]))
  .action(onReports(rankCommand));

inCampaign(chooseUnit(command("grade <edition> [reports...]", "Xếp loại · Grade"))).action(onReports(gradeCommand));

chooseUnit(command("explain <edition> [reports...]", "Diễn giải điểm · Explain points"))
  .option("--code <codes...>", "tiêu chí cần diễn giải · criteria to explain")
  .action(onReports(explainCommand));

chooseUnit(command("compare <edition>", "Điểm thay đổi thế nào khi báo cáo thay đổi · Whose scores move when reports change"))
  .requiredOption("--before <reports...>", "các báo cáo trước · the reports before")
  .requiredOption("--after <reports...>", "các báo cáo sau · the reports after")
  .action(async (edition: string, options: CommonOptions & { before: readonly string[]; after: readonly string[] }) =>
    print(await compareCommand(edition, options), options),
  );

command("rounds <edition> [reports...]", "So sánh các vòng đánh giá · Rounds side by side")
  .option("--unit <id>", "mã hoặc tên đơn vị · id or name of the unit")
  .option("--period <period>", "kỳ báo cáo · period")
  .option("--by <code>", "theo lĩnh vực hoặc tiêu chí · by an area or a criterion")
  .action(onReports(roundsCommand));

chooseUnit(command("years <edition> [reports...]", "So sánh hai năm của một đơn vị · Compare two years of a unit"))
  .option(
    "--before <edition-and-reports...>",
    "bộ tiêu chí và các báo cáo của năm trước, nếu khác năm sau · edition and reports of the earlier year, if others",
  )
  .option("--period-before <period>", "kỳ của năm trước · period of the earlier year")
  .option("--round-before <round>", "vòng của năm trước, nếu khác · round of the earlier year, if another")
  .option("--reading-before <code=reading...>", "cách hiểu áp dụng cho năm trước · reading to apply to the earlier year")
  .action(onReports(yearsCommand));

chooseUnit(
  command("lost <edition> [reports...]", "Điểm mất ở đâu, số liệu nào mang thêm điểm · Where points are lost, what brings more"),
).action(onReports(lostCommand));

chooseUnit(command("what-if <edition> [reports...]", "Nếu số liệu khác đi thì sao · What if figures were others"))
  .requiredOption("--set <code.figure=value...>", "số liệu giả định, ví dụ 1.2.done=990 · figures assumed")
  .action(onReports<WhatIfOptions>(whatIfCommand));

chooseUnit(command("path <edition> [reports...]", "Cách đạt mục tiêu ít chi phí nhất · The cheapest way to a goal"))
  .requiredOption("--costs <file>", "tệp chi phí · file of costs")
  .option("--total <value>", "mục tiêu: tổng điểm hoặc chỉ số · the goal, as a total")
  .option("--grade <id>", "mục tiêu: mức xếp loại · the goal, as a grade")
  .option("--rank <number>", "mục tiêu: hạng · the goal, as a rank")
  .action(onReports<PathOptions>(pathCommand));

chooseUnit(
  command("structure <edition> [reports...]", "Điều gì tạo ra khác biệt trong bảng xếp hạng · What makes the differences in a ranking"),
)
  .option("--level <r>", "từ mức tương quan nào thì coi là trùng, ví dụ 0.9 · from which |r| leaves tell the same")
  .action(onReports(structureCommand));

command("robust <edition> [reports...]", "Thứ hạng vững đến đâu · How sure ranks are")
  .requiredOption("--seed <number>", "hạt giống của phép thử: số nguyên tùy chọn, ghi lại để thử lại được · seed of the draws")
  .option("--draws <number>", "số lần thử · how many draws", "10000")
  .option("--weights <how>", "cách rút trọng số: within:25, dirichlet:100, evenly · how weights are drawn", "within:25")
  .option("--errors <file>", "tệp sai số chuẩn của các số liệu lấy từ khảo sát (JSON) · standard errors of figures from a survey")
  .option("--out <file>", "lưu hình: .svg hoặc .json (Vega-Lite) · save a picture")
  .option("--period <period>", "kỳ báo cáo · period")
  .option("--round <round>", roundHelp)
  .action(onReports(robustCommand));

command(
  "diff <before> <after>",
  "So sánh hai bộ tiêu chí, hoặc hai hồ sơ niêm phong (.jsonl) · Compare two criteria sets or sealed records",
).action((before: string, after: string, options: CommonOptions) => {
  const isRecord = [before, after].every((file) => file.endsWith(".jsonl"));
  print((isRecord ? diffRecordsCommand : diffCommand)(before, after, options), options);
});

saved(inCampaign(withRegister(command("workbook <edition> [reports...]", "Bảng kết quả trên Excel · Results as an Excel file"))))
  .option("--unit <id>", "chỉ một đơn vị, theo mã hoặc tên · one unit only, by id or name")
  .option("--round <round>", roundHelp)
  .action(onReports(workbookCommand));

saved(
  inCampaign(
    withRegister(
      command("report <edition> [reports...]", "Trang kết quả cho điện thoại hoặc máy in · Results as a page for a phone or a printer"),
    ),
  ),
)
  .option("--period <period>", "kỳ báo cáo, nếu không phải kỳ mới nhất · period, unless the newest")
  .option("--round <round>", roundHelp)
  .option(
    "--before <edition-and-reports...>",
    "bộ tiêu chí và các báo cáo của năm trước, nếu khác · edition and reports of the earlier year, if others",
  )
  .option("--period-before <period>", "kỳ của năm trước · period of the earlier year")
  .option("--reading-before <code=reading...>", "cách hiểu áp dụng cho năm trước · reading to apply to the earlier year")
  .action(onReports(reportCommand));

saved(
  inCampaign(
    command("minutes <edition> [reports...]", "Biên bản thẩm định một đơn vị trên Word · Minutes of a unit's appraisal as a Word file"),
  ),
)
  .requiredOption("--unit <id>", "mã hoặc tên đơn vị · id or name of the unit")
  .option("--period <period>", "kỳ báo cáo · period")
  .action(onReports(minutesCommand));

saved(command("chart <edition> [reports...]", "Vẽ biểu đồ một kỳ đánh giá · A round as pictures"))
  .addOption(new Option("--kind <kind>", "loại biểu đồ · which picture").choices(chartKinds).makeOptionMandatory())
  .option("--by <code>", "theo lĩnh vực hoặc tiêu chí · by an area or a criterion")
  .option("--group <group>", "chỉ một nhóm đơn vị · one group of units only")
  .option("--unit <id>", "mã hoặc tên đơn vị, với profile và waterfall · id or name of the unit, of profile and waterfall")
  .option("--period <period>", "kỳ báo cáo · period")
  .option("--round <round>", roundHelp)
  .action(onReports(chartCommand));

saved(command("seal <edition> [reports...]", "Niêm phong một kỳ đánh giá · Seal a scored round"))
  .requiredOption("--by <office>", "cơ quan ghi hồ sơ · the office that records")
  .requiredOption("--on <day>", "ngày ghi, ví dụ 2021-12-20 · the day")
  .option("--secret <file>", "tệp bí mật để che văn bản; không có thì tạo mới · secret that hides texts; a new one unless given")
  .option("--onto <file>", "ghi nối tiếp vào hồ sơ trước · add to an earlier record")
  .option("--reason <text>", "lý do đính chính · why entries are corrected")
  .action(onReports(sealCommand));

heldAgainst(command("verify <file>", "Kiểm tra hồ sơ niêm phong · Verify a sealed record")).action(
  (file: string, options: VerifyCommandOptions) => print(verifyCommand(file, options), options),
);

heldAgainst(command("replay <file>", "Tính lại mọi điểm từ hồ sơ · Recompute every score from the record"))
  .option("--edition <edition>", "bộ tiêu chí mà hồ sơ phải dùng · the set that the record must have been scored by")
  .action((file: string, options: ReplayCommandOptions) => print(replayCommand(file, options), options));

saved(command("receipt <file>", "Giấy chứng nhận của một đơn vị · A receipt for one unit"))
  .requiredOption("--unit <id>", "mã đơn vị · id of the unit")
  .action((file: string, options: ReceiptOptions) => print(receiptCommand(file, options), options));

command("verify-receipt <file>", "Kiểm tra giấy chứng nhận · Verify a receipt")
  .option("--root <digits>", "gốc đã in · the printed root")
  .action((file: string, options: CommonOptions & { root?: string }) => print(verifyReceiptCommand(file, options), options));

saved(command("consistency <file>", "Bằng chứng lần công bố sau giữ nguyên lần trước · Proof that a publication kept an earlier one"))
  .requiredOption("--from <digits>", "gốc của lần công bố trước · root of the earlier publication")
  .action((file: string, options: CommonOptions & { from: string; out: string }) => print(consistencyCommand(file, options), options));

command("verify-consistency <file>", "Kiểm tra bằng chứng đó · Verify such a proof")
  .option("--from <digits>", "gốc đã in của lần trước · printed root of the earlier one")
  .option("--to <digits>", "gốc đã in của lần sau · printed root of the later one")
  .action((file: string, options: CommonOptions & { from?: string; to?: string }) =>
    print(verifyConsistencyCommand(file, options), options),
  );

saved(command("redact <file>", "Ẩn tên, tài liệu, ghi chú khi công khai · Withhold names, documents, remarks"))
  .addOption(new Option("--hide <classes...>", "những gì được ẩn · what is withheld").choices(withheldClasses).makeOptionMandatory())
  .action((file: string, options: CommonOptions & { hide: WithheldClass[]; out: string }) => print(redactCommand(file, options), options));

saved(command("keygen", "Tạo cặp khóa để ký · Make a pair of keys to sign with")).action((options: CommonOptions & { out: string }) =>
  print(keygenCommand(options), options),
);

saved(command("sign <file>", "Ký gốc của hồ sơ · Sign the root of a record"))
  .requiredOption("--key <file>", "tệp khóa bí mật · private key file")
  .requiredOption("--name <name>", "tên người hoặc cơ quan ký · name of the signer")
  .addOption(new Option("--role <role>", "ký với tư cách · signs as").choices(signerRoles).makeOptionMandatory())
  .requiredOption("--on <day>", "ngày ký · the day")
  .action((file: string, options: SignCommandOptions) => print(signCommand(file, options), options));

const sipas = command("sipas <questionnaire> <answers>", "Chỉ số hài lòng từ phiếu khảo sát · Satisfaction from answers")
  .addOption(new Option("--by <keys...>", "chia theo · told apart by").choices(tallyKeys))
  .option("--part <id>", "một nhóm, yếu tố hoặc câu hỏi · a block, factor or question")
  .option("--item <id>", "số liệu của phần này để đưa vào báo cáo · what this part gives for a report")
  .option("--before <questionnaire-and-answers...>", "lần khảo sát trước · the earlier survey")
  .option("--ignore <headings...>", "cột không dùng · columns not to be used")
  .addOption(new Option("--encoding <encoding>", "bảng mã của tệp · encoding").choices(["utf-8", "utf-16le", "utf-16be", "windows-1258"]))
  .addOption(
    new Option("--small-cells <what>", "chỗ ít người: ẩn hay đánh dấu · few people: hide or mark")
      .choices(["suppress", "flag"])
      .default("suppress"),
  )
  .addOption(
    new Option("--single-cluster <policy>", "tầng chỉ có một cụm · strata with a single cluster")
      .choices(singleClusterPolicies)
      .default("fail"),
  )
  .action(async (questionnaire: string, answers: string, options: SipasOptions) =>
    print(await sipasCommand(questionnaire, answers, options), options),
  );

withCommonOptions(sipas.command("plan").description("Hỏi bao nhiêu người, ở đâu · How many to ask, and where"))
  .option("--population <people>", "số người của địa bàn · people there are")
  .option("--error <share>", "sai số cho phép · error allowed", "0.05")
  .option("--respondents <people>", "số người hỏi, nếu đã định · people to ask, where that is fixed")
  .option("--districts <number>", "số huyện · districts")
  .option("--communes <number>", "số xã mỗi huyện · communes in each district")
  .option("--hamlets <number>", "số thôn mỗi xã · hamlets in each commune")
  .option("--strata <name=people...>", "các tầng và dân số · strata and their people")
  .addOption(
    new Option("--allocation <how>", "phân bổ theo tỷ lệ hay đều · shared out in proportion or equally")
      .choices(["proportional", "equal"])
      .default("proportional"),
  )
  .option("--likeness <shares...>", "mức giống nhau trong cụm · likeness of people in a cluster", ["0", "0.02", "0.05", "0.1"])
  .option("--rate <share>", "tỷ lệ hài lòng dự kiến · rate expected", "0.5")
  .action((_: unknown, command: Command) => {
    const options: SipasPlanOptions = command.optsWithGlobals();
    print(sipasPlanCommand(options), options);
  });

withCommonOptions(
  sipas.command("sql <questionnaire>").description("Câu truy vấn đếm phiếu trong cơ sở dữ liệu · The query that counts in a database"),
)
  .addOption(new Option("--dialect <engine>", "hệ quản trị · engine").choices(sqlDialects).makeOptionMandatory())
  .requiredOption("--table <name>", "bảng phiếu · the table of answers")
  .addOption(new Option("--by <keys...>", "các cột của mẫu · columns of the sample").choices(tallyKeys))
  .action((questionnaire: string, _: unknown, command: Command) => {
    const options: SipasSqlOptions = command.optsWithGlobals();
    print(sipasSqlCommand(questionnaire, options), options);
  });

command("plan <plan> [progress...]", "Tình hình thực hiện kế hoạch năm · How far the plan of a year has come")
  .option("--on <day>", "tính đến ngày, ví dụ 2021-09-30 · the day asked about")
  .option("--area <id>", "một lĩnh vực · one area")
  .option("--lead <id>", "một cơ quan chủ trì · one lead")
  .option("--late", "chỉ những việc chậm · only what is late")
  .option("--feed <edition>", "số liệu cho báo cáo theo bộ tiêu chí này · figures for reports under this edition")
  .option("--into <reports...>", "báo cáo của đơn vị, để điền vào chỗ còn trống · the unit's own reports, to be filled in")
  .option("--out <file>", "lưu số liệu thành báo cáo · save the figures as reports")
  .action(async (plan: string, progress: string[], options: PlanOptions) => print(await planCommand(plan, progress, options), options));

command("tour", "Xem thử trên số liệu thật · A first look on real figures").action(async (options: CommonOptions) =>
  print(await tourCommand(options), options),
);

saved(command("page", "Trang kiểm tra hồ sơ, mở không cần mạng · The verification page, for use offline")).action(
  (options: CommonOptions & { out: string }) => print(pageCommand(options), options),
);

// A reader such as `head` may close the pipe before everything is written; that is no error.
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code !== "EPIPE") throw error;
});

try {
  await program.parseAsync();
} catch (error) {
  process.exitCode = tell(error);
}

/** A command with the options that all commands have. */
function command(nameAndArguments: string, description: string, formats: readonly string[] = outputFormats): Command {
  return withCommonOptions(program.command(nameAndArguments).description(description), formats);
}

function withCommonOptions(plain: Command, formats: readonly string[] = outputFormats): Command {
  return plain
    .addOption(new Option("--lang <language>", "ngôn ngữ · language").choices(["vi", "en"]).default("vi"))
    .addOption(new Option("--format <format>", "dạng kết quả · form of the output").choices(formats).default("table"))
    .option("--reading <code=reading...>", "cách hiểu áp dụng, ví dụ 4.2=document · reading to apply where sources disagree");
}

/** The options that choose one report of several. */
function chooseUnit(chosen: Command): Command {
  return chosen
    .option("--unit <id>", "mã hoặc tên đơn vị · id or name of the unit")
    .option("--period <period>", "kỳ báo cáo · period")
    .option("--round <round>", roundHelp);
}

/** The option that holds the reports against a register of units. */
function withRegister(checked: Command): Command {
  return checked.option("--units <register>", "danh mục đơn vị để đối chiếu · register of units to check against");
}

/** The options that name the campaign in which reports were sent: which of them count is for the set's policy to say. */
function inCampaign(scoring: Command): Command {
  return scoring
    .option("--campaign <campaign>", "đợt đánh giá: báo cáo chậm, không gửi tính theo bộ tiêu chí · campaign: late reports as the set says")
    .option("--on <day>", "với --campaign, tính đến ngày, ví dụ 2021-12-20 · with --campaign, the day asked about");
}

/** The option that names the file which a command writes. */
function saved(writing: Command): Command {
  return writing.requiredOption("--out <file>", "tệp ghi ra · the file to write");
}

/** The options that hold a sealed record against what is known of it from elsewhere. */
function heldAgainst(verifying: Command): Command {
  return verifying
    .option("--root <digits...>", "gốc đã in · a printed root")
    .option("--key <files...>", "tệp khóa công khai của người ký · public key file of a signer");
}

/** A command on reports: where it is called on forms alone, the set is the one that they were made from. */
function onReports<O extends CommonOptions>(
  run: (edition: string, files: readonly string[], options: O) => Promise<Output>,
  { none = false } = {},
) {
  return async (first: string, others: readonly string[], options: O): Promise<void> => {
    const { edition, files } = await editionOfForms(first, others);
    if (files.length === 0 && !none) throw withoutReports();
    print(await run(edition, files, options), options);
  };
}

function withoutReports(): CommanderError {
  return new CommanderError(wrongUsage, "commander.missingArgument", "error: missing required argument 'reports'");
}

/** Scores as lines, no faster than they are read. */
async function onLines(first: string, others: readonly string[], options: ScoreOptions): Promise<void> {
  const { edition, files } = await editionOfForms(first, others);
  if (files.length === 0) throw withoutReports();
  await pipeline(scoreLines(edition, files, options), process.stdout, { end: false });
}

function print(output: Output, options: CommonOptions): void {
  const { faults = [], warnings = [] } = output;
  process.stdout.write(render(output, options));
  if (options.format !== "json") process.stderr.write(renderIssues([...faults, ...warnings], options.lang));
  if (faults.length > 0) process.exitCode = dataHasIssues;
}

/** Tells what went wrong, to people on the error stream and to programs as JSON, and answers the exit code. */
function tell(error: unknown): number {
  const { lang, format } = asked();
  const layout = format === "json" ? spread : format === "jsonl" ? onOneLine : undefined;
  if (error instanceof CommanderError && error.exitCode === 0) return 0;
  if (error instanceof CommanderError || error instanceof UsageError) {
    const words = error instanceof UsageError ? error.words : commanderWords(error);
    if (layout !== undefined) process.stdout.write(usageAsJson(commandAsked(), words, layout));
    return tellUsage(words, lang);
  }
  if (error instanceof DataError || error instanceof ParError) {
    if (layout !== undefined) process.stdout.write(issuesAsJson(commandAsked(), error.issues, layout));
    else process.stderr.write(`${renderIssues(error.issues, lang)}${isOnlyOpen(error.issues) ? openHint[lang] : ""}`);
    if (format !== "json" && error instanceof DataError)
      process.stderr.write(error.done.map((words) => `${wordsIn(words, lang)}\n`).join(""));
    const namedNothing = error.issues.every(({ code }) =>
      [
        "badEditionId",
        "unknownEdition",
        "structureOnly",
        "editionHoldsOther",
        "fileUnreadable",
        "badRoot",
        "unknownReading",
        "noInterpretation",
      ].includes(code),
    );
    return namedNothing ? wrongUsage : dataHasIssues;
  }
  throw error;
}

function tellUsage(words: Bilingual, lang: Language): number {
  const next = { vi: "Xem cách dùng: par-index --help", en: "For usage: par-index --help" };
  process.stderr.write(`${words[lang]}\n${next[lang]}\n`);
  return wrongUsage;
}

/** The language and form asked for, even where the rest of the call was wrong. */
function asked(): { readonly lang: Language; readonly format: string | undefined } {
  const words = process.argv.flatMap((word) => word.split(/(?<=^--[a-z]+)=/));
  const after = (option: string) => (words.includes(option) ? words[words.indexOf(option) + 1] : undefined);
  return { lang: after("--lang") === "en" ? "en" : "vi", format: after("--format") };
}

/** The command that was asked for, as far as there was one. */
function commandAsked(): string {
  const names = program.commands.map((known) => known.name());
  const [first = "", ...others] = process.argv.slice(2);
  return first.startsWith("-") ? (others.find((word) => names.includes(word)) ?? "") : first;
}

/** Commander's own messages, in Vietnamese beside the English; what it names stands in quotes in both. */
function commanderWords({ code, message }: CommanderError): Bilingual {
  if (code === "commander.help") return { vi: "Cần một lệnh.", en: "A command is needed." };
  const english = message.replace(/^error: /, "").replaceAll("\n", " ");
  const named = /'([^']*)'/.exec(english)?.[1] ?? "";
  const vietnamese: Readonly<Record<string, string>> = {
    "commander.missingArgument": `Thiếu tham số “${named}”.`,
    "commander.missingMandatoryOptionValue": `Thiếu tùy chọn “${named}”.`,
    "commander.unknownOption": `Không có tùy chọn “${named}”.`,
    "commander.unknownCommand": `Không có lệnh “${named}”.`,
    "commander.optionMissingArgument": `Tùy chọn “${named}” thiếu giá trị.`,
    "commander.invalidArgument": `Giá trị của “${named}” không được phép.`,
    "commander.excessArguments": "Thừa tham số.",
  };
  return { vi: `${vietnamese[code] ?? "Lệnh chưa đúng."} (${english})`, en: english };
}
