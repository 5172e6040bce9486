import type { Words } from "../issue/fields";
import { allocate } from "../survey/precision/allocate";
import { cochran } from "../survey/precision/cochran";
import { expectedMargin } from "../survey/precision/expectedMargin";
import { fixedDesign } from "../survey/precision/fixedDesign";
import { printed } from "../survey/precision/printed";
import { slovin } from "../survey/precision/slovin";
import { type CommonOptions, UsageError } from "./context";
import type { Output, Row } from "./output";

export interface SipasPlanOptions extends CommonOptions {
  readonly population?: string | undefined;
  readonly error: string;
  readonly respondents?: string | undefined;
  readonly strata?: readonly string[] | undefined;
  readonly allocation: "proportional" | "equal";
  readonly districts?: string | undefined;
  readonly communes?: string | undefined;
  readonly hamlets?: string | undefined;
  readonly likeness: readonly string[];
  readonly rate: string;
}

/** `par-index sipas plan`: how many to ask and where, and how near the survey will come. */
export function sipasPlanCommand(options: SipasPlanOptions): Output {
  const { population, error, respondents, districts, communes, hamlets } = options;
  const isFixed = districts !== undefined && communes !== undefined && hamlets !== undefined;
  if (population === undefined && respondents === undefined) throw nothingToPlan;
  const size = respondents === undefined ? slovin(whole(population), error.replace(",", ".")) : whole(respondents);
  const design = isFixed
    ? fixedDesign({
        districts: whole(districts),
        communesPerDistrict: whole(communes),
        hamletsPerCommune: whole(hamlets),
        respondents: size,
      })
    : undefined;
  const sizes = population === undefined ? [] : sizeRows(whole(population), error);
  const clusterSize = design === undefined ? 1 : size / design.hamlets;
  const likely = design === undefined ? ["0"] : options.likeness;
  const margins = likely.map((likeness) => ({
    likeness,
    ...expectedMargin({
      respondents: size,
      clusterSize,
      likeness: number(likeness),
      rate: number(options.rate),
      degreesOfFreedom: design?.degreesOfFreedom,
    }),
  }));
  const strata = strataOf(options.strata);
  const allocated = strata === undefined ? undefined : allocate(size, strata, options.allocation);
  return {
    command: "sipas plan",
    before: [
      { vi: `Số người cần hỏi: ${size}.`, en: `People to ask: ${size}.` },
      ...(design === undefined
        ? []
        : [
            {
              vi: `${design.districts} huyện, ${design.communes} xã, ${design.hamlets} thôn; mỗi thôn ${spread(design.perHamlet)} người.`,
              en: `${design.districts} districts, ${design.communes} communes, ${design.hamlets} hamlets; ${spread(design.perHamlet)} people in each hamlet.`,
            },
          ]),
    ],
    sections: [
      ...(sizes.length === 0 ? [] : [{ title: sizeTitle, columns: sizeColumns, rows: sizes }]),
      ...(allocated === undefined
        ? []
        : [{ title: allocationTitle[options.allocation], columns: allocationColumns, rows: allocationRows(allocated, strata) }]),
      { title: marginTitle, columns: marginColumns, rows: margins.map(marginRow) },
    ],
    after: [design === undefined ? drawnOneByOne : likenessGuessed],
    data: { respondents: size, design: design ?? null, allocation: allocated ?? null, margins },
  };
}

const nothingToPlan = new UsageError({
  vi: "Cần --population SỐ-DÂN (để tính cỡ mẫu) hoặc --respondents SỐ-NGƯỜI (nếu cỡ mẫu đã định).",
  en: "Give --population PEOPLE (to compute how many to ask) or --respondents PEOPLE (where that is fixed).",
});

const drawnOneByOne: Words = {
  vi: "Chỉ đúng khi chọn từng người trên toàn địa bàn. Hỏi theo xã, theo thôn thì thêm --districts, --communes, --hamlets.",
  en: "Holds only for people drawn one by one from the whole. For a survey by communes and hamlets add --districts, --communes, --hamlets.",
};
const likenessGuessed: Words = {
  vi: "Hệ số giống nhau trong cụm lấy từ khảo sát trước; đoán sai hệ số này thì sai số dự kiến sai nhiều. Số gần đúng, chỉ để lập kế hoạch.",
  en: "How alike people of one cluster answer comes from an earlier survey; a wrong guess makes the margin wrong. Approximate, for planning only.",
};

const sizeTitle: Words = { vi: "Cỡ mẫu nếu chọn từng người", en: "How many to ask, drawn one by one" };
const sizeColumns = [
  { key: "formula", heading: { vi: "Công thức", en: "Formula" } },
  { key: "size", heading: { vi: "Số người", en: "People" }, number: true },
] as const;

function sizeRows(population: number, error: string): Row[] {
  return [
    { formula: "Slovin: N ÷ (1 + N·e²)", size: String(slovin(population, error.replace(",", "."))) },
    { formula: "Cochran 95 %, p = 0,5", size: String(cochran({ error: number(error), population })) },
  ];
}

const allocationTitle: Readonly<Record<"proportional" | "equal", Words>> = {
  proportional: { vi: "Phân bổ theo tỷ lệ dân số", en: "Shared out in proportion to people" },
  equal: { vi: "Phân bổ đều", en: "Shared out equally" },
};
const allocationColumns = [
  { key: "stratum", heading: { vi: "Tầng", en: "Stratum" } },
  { key: "people", heading: { vi: "Dân số", en: "People" }, number: true },
  { key: "size", heading: { vi: "Số người hỏi", en: "To ask" }, number: true },
] as const;

function allocationRows(allocated: Readonly<Record<string, number>>, strata: Readonly<Record<string, number>> = {}): Row[] {
  return Object.entries(allocated).map(([stratum, size]) => ({ stratum, people: String(strata[stratum] ?? ""), size: String(size) }));
}

const marginTitle: Words = { vi: "Sai số dự kiến, độ tin cậy 95 %", en: "Expected margin, 95 % confidence" };
const marginColumns = [
  { key: "likeness", heading: { vi: "Giống nhau trong cụm", en: "Likeness in a cluster" }, number: true },
  { key: "effect", heading: { vi: "Hiệu ứng thiết kế", en: "Design effect" }, number: true },
  { key: "effective", heading: { vi: "Tương đương số người", en: "Worth people" }, number: true },
  { key: "margin", heading: { vi: "± điểm phần trăm", en: "± percentage points" }, number: true },
] as const;

function marginRow({ likeness, designEffect, effectiveSize, margin }: { likeness: string } & ReturnType<typeof expectedMargin>): Row {
  return {
    likeness: likeness.replace(",", "."),
    effect: printed(designEffect, 2),
    effective: printed(effectiveSize, 0),
    margin: printed(100 * margin, 2),
  };
}

function spread(perHamlet: readonly number[]): string {
  const [least, most] = [Math.min(...perHamlet), Math.max(...perHamlet)];
  return least === most ? String(least) : `${least}–${most}`;
}

/** Strata and their people, as they are written: `Việt Trì=200000`. */
function strataOf(written: readonly string[] | undefined): Readonly<Record<string, number>> | undefined {
  if (written === undefined) return undefined;
  return Object.fromEntries(
    written.map((one) => {
      const [, name, people] = /^(.+)=(\d+)$/.exec(one.normalize("NFC")) ?? [];
      if (name === undefined || people === undefined) {
        throw new UsageError({ vi: `“${one}” không đúng dạng TÊN=SỐ-DÂN.`, en: `"${one}" is not of the form NAME=PEOPLE.` });
      }
      return [name, Number(people)];
    }),
  );
}

function whole(written: string | undefined): number {
  if (written === undefined || !/^\d{1,15}$/.test(written)) {
    throw new UsageError({
      vi: `“${written ?? ""}” không phải số nguyên, ví dụ 2700.`,
      en: `"${written ?? ""}" is not a whole number such as 2700.`,
    });
  }
  return Number(written);
}

function number(written: string): number {
  const point = written.replace(",", ".");
  if (!/^\d+(\.\d+)?$/.test(point)) {
    throw new UsageError({ vi: `“${written}” không phải số, ví dụ 0,05.`, en: `"${written}" is not a number such as 0.05.` });
  }
  return Number(point);
}
