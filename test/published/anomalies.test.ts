import { describe, expect, test } from "vitest";
import { checkTable } from "../../src/report/checkTable";
import type { PublishedRow, PublishedTable } from "../../src/report/publishedTable";
import { excerpts, inShort, published, publishedTables, rowOf } from "./published";

/**
 * Every irregularity known in published tables, A01 to A30: what `checkTable` finds in it, or why no table shows it.
 * Some are not misprints at all; they are here because a careless check would reject them.
 */
interface Anomaly {
  readonly id: string;
  readonly what: string;
  /** Where it was read. */
  readonly sources: readonly string[];
  readonly cases: readonly Case[];
}

type Case =
  | { readonly says: string; readonly table: PublishedTable; readonly finds: readonly string[] }
  | { readonly says: string; readonly cannot: string };

const officialPortal = "https://en.baochinhphu.vn/moj-quang-ninh-province-lead-public-administrative-reform-index-111240417164329841.htm";
const businessPress =
  "https://en.doanhnghiephoinhap.vn/hai-phong-ranks-2nd-out-of-63-provinces-and-cities-in-the-par-index-with-91-81.html";
const hoaBinhParts = "http://www.baohoabinh.com.vn/en/5/9487/Hoa-Binh-scores-highest-points-in-two-indicators-of-PAR-Index-2023.htm";
const hoaBinhTotal = "https://en.baohoabinh.com.vn/5/9514/Hoa-Binh-makes-strides-in-public-administrati111n-re102orm-rankings.htm";
const release2024 =
  "https://www.vietnamplus.vn/hai-phong-dung-dau-cao-bang-doi-so-bang-chi-so-cai-cach-hanh-chinh-nam-2024-post1025084.vnp";
const regions2023 = "https://infographics.vn/chi-so-cai-cach-hanh-chinh-2023-par-index-2023-cua-6-vung-kinh-te-xa-hoi/210954.vna";
const regions2024 = "https://www.vietnamplus.vn/gia-tri-trung-binh-chi-so-cai-cach-hanh-chinh-cua-6-vung-kinh-te-xa-hoi-post1025126.vnp";
const ninhThuan = "https://sonv.ninhthuan.gov.vn/portal/pages/print.aspx?p=31918";
const quangNam = "http://english.quangnam.gov.vn/CMSPages/BaiViet/Default.aspx?IDBaiViet=6445";
const papi = "https://github.com/hnks-gh/ml-mcdm, data/csv (sub-dimensions of PAPI)";
const pciRanking = "https://pcivietnam.vn/bang-xep-hang?cpi_cat_id=PCI_Score&region_id=0&year=2020";
const pciHistory = "https://pcivietnam.vn/en/provinces/phu-tho";

const anomalies: readonly Anomaly[] = [
  {
    id: "A01",
    what: "ministries 2023: in nine of 17 rows the printed parts miss the printed total by 0.01",
    sources: [
      "https://xaydungchinhsach.chinhphu.vn/chi-tiet-bang-xep-hang-par-index-2023-cua-cac-bo-co-quan-ngang-bo-119240417175319406.htm",
    ],
    cases: [{ says: "unrounded parts were added, then rounded", table: published("ministries-2023"), finds: [] }],
  },
  {
    id: "A02",
    what: "the first ten provinces 2020: three of ten miss it by 0.01",
    sources: ["http://211.88.39.63/article/gb/tjsj/202106/549782.html"],
    cases: [{ says: "as A01, with four parts", table: published("provinces-2020-top-ten"), finds: [] }],
  },
  {
    id: "A03",
    what: "Ninh Thuận 2022: parts 85.79, total 85.78; percentages of the maxima agree",
    sources: [ninhThuan],
    cases: publishedTables("ninh-thuan-2022").map((table) => ({ says: "consistent", table, finds: [] })),
  },
  {
    id: "A04",
    what: "Hải Phòng 2023: 91.87 on the government's portal, 91.81 and “+1.72” in one paper",
    sources: [
      officialPortal,
      businessPress,
      "https://kinhtedothi.vn/hai-phong-dung-dau-toan-quoc-ve-chi-so-cai-cach-hanh-chinh.665272.html",
    ],
    cases: [
      {
        says: "the portal's value with the paper's change",
        table: excerpt({
          unit: "Hải Phòng",
          rank: "2",
          value: "91.87",
          previous: "90.09",
          change: "+1.72",
          otherSources: { paper: "91.81" },
        }),
        finds: ["changeDiffers Hải Phòng", "valueDiffers Hải Phòng"],
      },
      {
        says: "the paper by itself is consistent",
        table: excerpt({ unit: "Hải Phòng", rank: "2", value: "91.81", previous: "90.09", change: "+1.72" }),
        finds: [],
      },
      {
        says: "the next year's release settles it: 96.17 = 91.87 + 4.30",
        table: excerpt({ unit: "Hải Phòng", rank: "1", value: "96.17", previous: "91.87", change: "+4.30" }),
        finds: [],
      },
      {
        says: "with the paper's value the next year's change is wrong",
        table: excerpt({ unit: "Hải Phòng", rank: "1", value: "96.17", previous: "91.81", change: "+4.30" }),
        finds: ["changeDiffers Hải Phòng"],
      },
    ],
  },
  {
    id: "A05",
    what: "Hòa Bình 2023: parts 87.89, total printed 86.89, later 86.76",
    sources: [hoaBinhParts, hoaBinhTotal],
    cases: ["86.89", "86.76"].map((value) => ({
      says: `total ${value}`,
      table: {
        ...excerpt({
          unit: "Hòa Bình",
          value,
          parts: { appraised: "57.04", satisfaction: "8.19", leaders: "18.34", socioeconomic: "4.32" },
        }),
        parts: {
          appraised: { maxPoints: "61.5" },
          satisfaction: { maxPoints: "10" },
          leaders: { maxPoints: "22" },
          socioeconomic: { maxPoints: "6.5" },
        },
      },
      finds: ["totalDiffers Hòa Bình"],
    })),
  },
  {
    id: "A06",
    what: "2024: 53 provinces up and 9 down, of 63",
    sources: [release2024],
    cases: [
      { says: "one unchanged, or a miscount: a warning", table: yearOf("province 2024"), finds: ["countDiffers?"] },
      {
        says: "with 0 unchanged it is an error",
        table: { ...excerpt(), counts: { units: "63", up: "53", down: "9", unchanged: "0" } },
        finds: ["countDiffers"],
      },
      {
        says: "with 1 unchanged it is complete",
        table: { ...excerpt(), counts: { units: "63", up: "53", down: "9", unchanged: "1" } },
        finds: [],
      },
    ],
  },
  {
    id: "A07",
    what: "2022, from changes printed in 2023: Phú Thọ 18th with less than 86.19, Hòa Bình 23rd with 86.30",
    sources: [
      "https://doanhnghiephoinhap.vn/phu-tho-xep-thu-9-ca-nuoc-ve-chi-so-cai-cach-hanh-chinh-par-index-nam-2023.html",
      hoaBinhTotal,
    ],
    cases: [
      {
        says: "the most that Phú Thọ can have had is below a lower rank",
        table: excerpt({ unit: "Phú Thọ", rank: "18", value: "86.19" }, { unit: "Hòa Bình", rank: "23", value: "86.30" }),
        finds: ["rankAgainstValue Phú Thọ"],
      },
    ],
  },
  {
    id: "A08",
    what: "2024: the means of the six regions come to 88.356, the national mean is printed 88.37",
    sources: [regions2024],
    cases: [
      { says: "0.014 apart, 0.01 allowed", table: withoutChanges(published("regions-2024")), finds: ["meanDiffers"] },
      { says: "2023 closes: 86.976 and 86.98", table: published("regions-2023"), finds: [] },
    ],
  },
  {
    id: "A09",
    what: "means of regions for 2023, as the release of 2024 quotes them",
    sources: [regions2023, regions2024],
    cases: [
      {
        says: "three of four quoted otherwise, one of them a copy of the next line",
        table: quoted2023(),
        finds: ["valueDiffers Đồng bằng sông Hồng", "valueDiffers Đông Nam Bộ", "valueDiffers Bắc Trung Bộ và duyên hải miền Trung"],
      },
      {
        says: "the copied line does not give the change that stands beside it",
        table: { ...published("regions-2024"), mean: undefined },
        finds: ["changeDiffers Bắc Trung Bộ và duyên hải miền Trung"],
      },
    ],
  },
  {
    id: "A10",
    what: "2015: mean 85.11, “8.39 higher” than 2014, whose mean was 81.21",
    sources: [
      "https://en.nhandan.org.vn/society/item/3600302-da-nang-transport-ministry-lead-nation-in-administrative-reform.html",
      "https://baodauthau.vn/da-nang-dung-dau-ca-nuoc-ve-cai-cach-hanh-chinh-post16520.html",
    ],
    cases: [
      {
        says: "the change is 3.90",
        table: { ...excerpt(), mean: { value: "85.11", previous: "81.21", change: "+8.39" } },
        finds: ["changeDiffers"],
      },
    ],
  },
  {
    id: "A11",
    what: "2018: Quảng Ninh 89.06, elsewhere 89.6 and 81; “29 localities above 80” where group A has 9",
    sources: [
      "https://www.thitruonghanghoa.com/tin-tuc/chi-so-cai-cach-hanh-chinh-ha-noi-giu-vung-vi-tri-a-quan-quang-ninh-tiep-tuc-dung-dau-bang-xep-hang-76826.html",
      "https://e.vnexpress.net/news/news/central-bank-quang-ninh-admin-reform-leaders-in-vietnam-3928987.html",
    ],
    cases: [
      {
        says: "three values",
        table: excerpt({ unit: "Quảng Ninh", rank: "1", value: "89.06", otherSources: { agency: "89.6", paper: "81" } }),
        finds: ["valueDiffers Quảng Ninh", "valueDiffers Quảng Ninh"],
      },
      {
        says: "the tenth has 79.6, so at most nine are above 80",
        table: { ...yearOf("province 2018"), groups: [{ name: "above 80", atLeast: "80", units: "29" }, { name: "others" }] },
        finds: ["countDiffers"],
      },
      { says: "nine agree with the ranks, and the four groups are 63", table: yearOf("province 2018"), finds: [] },
    ],
  },
  {
    id: "A12",
    what: "Quảng Nam 2019: survey of leaders 17.19 after 16.71, “+0.41”",
    sources: [quangNam],
    cases: [
      {
        says: "the change is 0.48",
        table: excerpt({ unit: "Quảng Nam", value: "17.19", previous: "16.71", change: "+0.41" }),
        finds: ["changeDiffers Quảng Nam"],
      },
    ],
  },
  {
    id: "A13",
    what: "Ninh Thuận 2022: “5 of 8 areas rose in rank”, and three names follow",
    sources: [ninhThuan],
    cases: [
      {
        says: "a sentence of a report",
        cannot: "The ranks of the areas are not printed. Only the sentence contradicts itself, and a sentence is no table.",
      },
      {
        says: "as a list of all areas with their changes it would be found",
        table: {
          extent: "complete",
          rows: Array.from({ length: 8 }, (_, index) => ({ unit: `area ${index + 1}`, change: index < 3 ? "1" : "-1" })),
          counts: { up: "5" },
        },
        finds: ["countDiffers"],
      },
    ],
  },
  {
    id: "A14",
    what: "PAPI 2024, Sơn La: 43.8876, “up 1.4291” on 42.3966",
    sources: ["en.baosonla.org.vn", papi],
    cases: [
      {
        says: "the change is 1.4910",
        table: excerpt({ unit: "Sơn La", value: "43.8876", previous: "42.3966", change: "1.4291" }),
        finds: ["changeDiffers Sơn La"],
      },
    ],
  },
  {
    id: "A15",
    what: "ministries 2017: the caption has Bộ Y tế last, the text Ủy ban Dân tộc",
    sources: [
      "https://e.vnexpress.net/news/business/data-speaks/vietnam-s-central-bank-tops-admin-reform-index-government-report-3744368.html",
      "http://baoquangnam.vn/cai-cach-hanh-chinh/quang-nam-tut-20-bac-chi-so-cai-cach-hanh-chinh-60038.html",
    ],
    cases: [
      {
        says: "caption and text in one table",
        table: excerpt({ unit: "Bộ Y tế", rank: "19", value: "72.40" }, { unit: "Ủy ban Dân tộc", rank: "19", value: "72.13" }),
        finds: ["rankRepeated Bộ Y tế", "rankRepeated Ủy ban Dân tộc"],
      },
    ],
  },
  {
    id: "A16",
    what: "PCI 2020: three pairs equal at two decimals, with ranks of their own",
    sources: [pciRanking],
    cases: [{ says: "unrounded values were ranked", table: published("pci-2020"), finds: [] }],
  },
  {
    id: "A17",
    what: "PCI 2019: TP Hồ Chí Minh N/A, ranks run 13, 15",
    sources: ["https://pcivietnam.vn/en/pci-subindices-of-63-provincescities"],
    cases: [
      {
        says: "a unit without data, and the hole it leaves",
        table: published("pci-2019"),
        finds: ["printedNotANumber TP Hồ Chí Minh (HCMC)", "rankMissing"],
      },
      {
        says: "left empty, only the hole remains to be looked into",
        table: withRow(published("pci-2019"), { unit: "TP Hồ Chí Minh (HCMC)" }),
        finds: ["rankMissing"],
      },
      {
        says: "printed as 0, it is still a unit without data",
        table: withRow(published("pci-2019"), { unit: "TP Hồ Chí Minh (HCMC)", value: "0" }),
        finds: ["zeroWithoutData TP Hồ Chí Minh (HCMC)", "rankMissing"],
      },
    ],
  },
  {
    id: "A18",
    what: "PAPI 2022: Bắc Ninh and Bắc Giang have part of their data; 61 of 63 are ranked",
    sources: [papi, "baogialai.com.vn"],
    cases: [
      { says: "parts without a total", table: { ...partialPapi2022(), counts: { units: "61" } }, finds: [] },
      {
        says: "their sums ranked last are more ranks than units",
        table: { ...partialPapi2022(["25.25", "62"], ["20.12", "63"]), counts: { units: "61" } },
        finds: ["countDiffers"],
      },
      {
        says: "one such row by itself",
        cannot: "An empty part may be missing or may not apply; which of the two, the table does not say.",
      },
    ],
  },
  {
    id: "A19",
    what: "PAPI 2021, Phú Thọ: 45.35 is the sum of eight rounded dimensions; unrounded they come to 45.34",
    sources: ["phutho.gov.vn", papi],
    cases: [
      { says: "as printed, total and change agree", table: phuThoPapi2021("printed"), finds: [] },
      {
        says: "with the dimensions to four decimals, the total does not",
        table: phuThoPapi2021("unrounded"),
        finds: ["totalDiffers Phú Thọ"],
      },
      {
        says: "environment “+0.66” is 3.65 − 2.99",
        table: excerpt({ unit: "Phú Thọ", value: "3.65", previous: "2.99", change: "+0.66" }),
        finds: [],
      },
      {
        says: "and not 3.6452 − 2.9912",
        table: excerpt({ unit: "Phú Thọ", value: "3.6452", previous: "2.9912", change: "+0.66" }),
        finds: ["changeDiffers Phú Thọ"],
      },
    ],
  },
  {
    id: "A20",
    what: "PAPI 2022 and 2023 in the press: digits cut instead of rounded",
    sources: ["baogialai.com.vn", "viet-jo.com", "hanoitimes.vn", "en.baosonla.org.vn", papi],
    cases: [
      {
        says: "a warning for each value that was cut, none for 47.88, which was rounded",
        table: excerpt(
          { unit: "Quảng Ninh", value: "47.8763", otherSources: { first: "47.87", second: "47.88" } },
          { unit: "Hà Nội", value: "43.9056", otherSources: { press: "43.90" } },
          { unit: "Thái Nguyên", value: "45.7875", otherSources: { press: "45.78" } },
          { unit: "Sóc Trăng", value: "45.6196", otherSources: { press: "45.61" } },
          { unit: "Bạc Liêu", value: "45.5784", otherSources: { press: "45.57" } },
          { unit: "Sơn La", value: "42.3966", otherSources: { press: "42.3" } },
        ),
        finds: ["Quảng Ninh", "Hà Nội", "Thái Nguyên", "Sóc Trăng", "Bạc Liêu", "Sơn La"].map((unit) => `valueDiffers? ${unit}`),
      },
    ],
  },
  {
    id: "A21",
    what: "PCI 2020, Kon Tum: 62.02 in the ranking, 60.02 on local television, rank 56 in both",
    sources: [pciRanking, "kontumtv.vn"],
    cases: [
      {
        says: "beside the ranking",
        table: withRow(published("pci-2020"), { unit: "Kon Tum", rank: "56", value: "62.02", otherSources: { television: "60.02" } }),
        finds: ["valueDiffers Kon Tum"],
      },
      {
        says: "inside the ranking, where lower ranks have more",
        table: withRow(published("pci-2020"), { unit: "Kon Tum", rank: "56", value: "60.02" }),
        finds: ["rankAgainstValue Kon Tum"],
      },
    ],
  },
  {
    id: "A22",
    what: "PAPI 2021: national value 42.269; the simple mean of the 60 complete provinces is 42.408",
    sources: ["ninhthuan.gov.vn", papi],
    cases: [
      {
        says: "PAPI does not publish a simple mean",
        table: { extent: "complete", rows: [{ unit: "60 provinces", units: "60", value: "42.408" }], mean: { value: "42.269" } },
        finds: ["meanDiffers"],
      },
    ],
  },
  {
    id: "A23",
    what: "cut points of groups change from year to year, and 79.97 is not 80",
    sources: ["https://en.vietnamplus.vn/justice-ministry-hai-phong-named-best-performers-in-administrative-reform/229155.vnp"],
    cases: [
      { says: "2021: Kiên Giang, 79.97, is the one below 80", table: yearOf("province 2021"), finds: [] },
      {
        says: "rounded up it would be in B",
        table: {
          ...yearOf("province 2021"),
          groups: [
            { name: "A", atLeast: "90", units: "3" },
            { name: "B", atLeast: "80", units: "60" },
            { name: "C", units: "0" },
          ],
        },
        finds: ["countDiffers", "countDiffers"],
      },
      { says: "2018 by its own cut points 80, 75, 70", table: yearOf("province 2018"), finds: [] },
      {
        says: "2018 by those of 2019",
        table: { ...yearOf("province 2018"), groups: [{ name: "A", atLeast: "90", units: "9" }, { name: "others" }] },
        finds: ["countDiffers"],
      },
    ],
  },
  {
    id: "A24",
    what: "Thanh tra Chính phủ and Ủy ban Dân tộc are scored since 2019 and not ranked",
    sources: [
      "https://en.vietnamplus.vn/justice-ministry-hai-phong-named-best-performers-in-administrative-reform/229155.vnp",
      "https://vietnambiz.vn/quang-ninh-dung-dau-ca-4-chi-so-ve-cai-cach-hanh-chinh-202341916234832.htm",
    ],
    cases: [
      { says: "in no rank, mean or count", table: withUnranked(published("ministries-2023"), { ranked: false }), finds: [] },
      {
        says: "taken for ranked units, they are two too many everywhere",
        table: withUnranked(published("ministries-2023"), {}),
        finds: ["countDiffers", "countDiffers?", "countDiffers"],
      },
    ],
  },
  {
    id: "A25",
    what: "2024: 13 provinces in A, Sơn La is 12th with 90.02",
    sources: ["https://thongtindoingoai.sonla.gov.vn/en/content-1040-tang-chi-so-cai-cach-hanh-chinh.html", release2024],
    cases: [
      { says: "so the 13th has between 90.00 and 90.02", table: withoutCounts(yearOf("province 2024")), finds: [] },
      {
        says: "11 in A would leave Sơn La out",
        table: { ...withoutCounts(yearOf("province 2024")), groups: [{ name: "A", atLeast: "90", units: "11" }, { name: "B" }] },
        finds: ["countDiffers"],
      },
    ],
  },
  {
    id: "A26",
    what: "2023: TP Hồ Chí Minh is 33rd with 86.97; mean 86.98, 32 provinces above it",
    sources: ["https://viet-jo.com/news/social/240417214326.html"],
    cases: [
      { says: "exactly the first 32 are above", table: yearOf("province 2023"), finds: [] },
      {
        says: "33 above would take in a province below",
        table: { ...yearOf("province 2023"), counts: { units: "63", aboveMean: "33" } },
        finds: ["countDiffers"],
      },
    ],
  },
  {
    id: "A27",
    what: "2018: Quảng Nam is 44th with 75.22; A and B together are 45 at 75 or more",
    sources: [quangNam, "https://viet-jo.com/news/social/190528080825.html"],
    cases: [
      { says: "consistent", table: yearOf("province 2018"), finds: [] },
      {
        says: "34 in B would leave Quảng Nam out",
        table: {
          ...yearOf("province 2018"),
          groups: [{ name: "A", atLeast: "80", units: "9" }, { name: "B", atLeast: "75", units: "34" }, { name: "others" }],
        },
        finds: ["countDiffers"],
      },
    ],
  },
  {
    id: "A28",
    what: "PCI of Phú Thọ: 53.91 in 2013 and 66.30 in 2022, where the weights give 55.63 and 64.33",
    sources: [pciHistory],
    cases: [
      { says: "2013", table: pciOfYear("2013"), finds: ["totalDiffers 2013"] },
      {
        says: "2013 would fit with 6.59 for the 8.31 of informal charges",
        table: pciOfYear("2013", { informalCharges: "6.59" }),
        finds: [],
      },
      { says: "2022, under another method", table: pciOfYear("2022"), finds: ["totalDiffers 2022"] },
    ],
  },
  {
    id: "A29",
    what: "SIPAS points inside PAR INDEX are not the overall SIPAS times 0.1",
    sources: ["http://211.88.39.63/article/gb/tjsj/202106/549782.html", "hanoitimes.vn 317840", ninhThuan],
    cases: [
      {
        says: "a tenth of the overall satisfaction is none of the four",
        table: {
          ...excerpt(
            { unit: "Quảng Ninh", value: "9.56", parts: { satisfaction: "95.76" } },
            { unit: "Hải Phòng", value: "9.35", parts: { satisfaction: "93.57" } },
            { unit: "Hà Nội", value: "8.50", parts: { satisfaction: "85.15" } },
            { unit: "Ninh Thuận", value: "8.23", parts: { satisfaction: "81.83" } },
          ),
          parts: { satisfaction: { weight: "0.1" } },
        },
        finds: ["Quảng Ninh", "Hải Phòng", "Hà Nội", "Ninh Thuận"].map((unit) => `totalDiffers ${unit}`),
      },
    ],
  },
  {
    id: "A30",
    what: "SIPAS of Hải Phòng 2023: 88.09 in the paper of A04, 88.90 by the release of 2024",
    sources: [businessPress, "media.petrotimes.vn 726574"],
    cases: [
      {
        says: "two sources",
        table: excerpt({ unit: "Hải Phòng", value: "88.90", otherSources: { paper: "88.09" } }),
        finds: ["valueDiffers Hải Phòng"],
      },
      {
        says: "the change printed in 2024 fits one of them: 90.59 = 88.90 + 1.69",
        table: excerpt({ unit: "Hải Phòng", value: "90.59", previous: "88.09", change: "+1.69" }),
        finds: ["changeDiffers Hải Phòng"],
      },
    ],
  },
];

describe("every known anomaly", () => {
  test("A01 to A30, each once", () => {
    expect(anomalies.map(({ id }) => id)).toEqual(Array.from({ length: 30 }, (_, index) => `A${String(index + 1).padStart(2, "0")}`));
  });

  const cases = anomalies.flatMap(({ cases: all, ...anomaly }) => all.map((one) => ({ ...anomaly, ...one })));

  test.each(cases.filter((one) => "table" in one))("$id $what: $says", ({ table, finds }) => {
    expect(inShort(checkTable(table))).toEqual(finds);
  });

  test.each(cases.filter((one) => "cannot" in one))("$id $what: $says is no matter for a table", ({ cannot }) => {
    expect(cannot).not.toBe("");
  });
});

test("thirteen rows of 28 are 0.01 off their parts and pass; the one that is 1.00 off does not", () => {
  const rows = [published("ministries-2023"), published("provinces-2020-top-ten"), ...publishedTables("ninh-thuan-2022").slice(0, 1)];
  expect(rows.flatMap((table) => table.rows)).toHaveLength(28);
  expect(rows.flatMap(checkTable)).toEqual([]);
  const [found] = checkTable(
    anomalies.flatMap(({ id, cases }) => (id === "A05" ? cases : [])).flatMap((one) => ("table" in one ? [one.table] : []))[0] ?? excerpt(),
  );
  expect(found).toEqual({
    code: "totalDiffers",
    severity: "error",
    payload: { printed: "86.89", parts: "87.89", tolerance: "0.025" },
    location: { unit: "Hòa Bình", path: ["value"] },
  });
});

function excerpt(...rows: readonly PublishedRow[]): PublishedTable {
  return { extent: "excerpt", rows };
}

function yearOf(title: string): PublishedTable {
  return excerpts().find((found) => found.title === title)?.table ?? excerpt();
}

function withRow(table: PublishedTable, row: PublishedRow): PublishedTable {
  const printed = rowOf(table, row.unit);
  return { ...table, rows: table.rows.map((each) => (each === printed ? row : each)) };
}

function withoutChanges(table: PublishedTable): PublishedTable {
  return { ...table, rows: table.rows.map((row) => ({ ...row, previous: undefined, change: undefined })) };
}

function withoutCounts({ counts, ...table }: PublishedTable): PublishedTable {
  return { ...table, counts: { units: counts?.units } };
}

function withUnranked(table: PublishedTable, mark: { readonly ranked?: false }): PublishedTable {
  return { ...table, rows: [...table.rows, { unit: "Thanh tra Chính phủ", ...mark }, { unit: "Ủy ban Dân tộc", ...mark }] };
}

/** The means of regions in 2023, beside those that the release of 2024 gives for 2023. */
function quoted2023(): PublishedTable {
  const later = published("regions-2024");
  const rows = published("regions-2023").rows.map((row) => {
    const { previous } = rowOf(later, row.unit);
    return previous === undefined ? row : { ...row, otherSources: { "release of 2024": previous } };
  });
  return { ...published("regions-2023"), rows };
}

function pciOfYear(year: string, mended: PublishedRow["parts"] = {}): PublishedTable {
  const table = published("pci-phu-tho");
  const row = rowOf(table, year);
  return { ...table, rows: [{ ...row, parts: { ...row.parts, ...mended } }] };
}

/** Sums of sub-dimensions, to four decimals, of the dimensions that have any. */
function partialPapi2022(bacNinh: readonly string[] = [], bacGiang: readonly string[] = []): PublishedTable {
  const dimensions = { 1: "5.8174", 5: "7.5821", 6: "8.0850", 7: "3.7651" };
  const others = { 3: "4.3967", 6: "8.0850", 7: "4.2021", 8: "3.4343" };
  const parts = Object.fromEntries(Array.from({ length: 8 }, (_, index) => [String(index + 1), { maxPoints: "10" }]));
  return {
    ...excerpt(
      { unit: "Bắc Ninh", value: bacNinh[0], rank: bacNinh[1], parts: dimensions },
      { unit: "Bắc Giang", value: bacGiang[0], rank: bacGiang[1], parts: others },
    ),
    parts,
  };
}

/** The total that the province printed, over its eight dimensions: as it printed them, or to four decimals. */
function phuThoPapi2021(dimensions: "printed" | "unrounded"): PublishedTable {
  const parts = {
    printed: ["5.54", "5.84", "4.47", "7.48", "7.39", "7.90", "3.65", "3.08"],
    unrounded: ["5.5414", "5.8419", "4.4732", "7.4819", "7.3868", "7.8960", "3.6452", "3.0769"],
  };
  return excerpt({
    unit: "Phú Thọ",
    value: "45.35",
    parts: Object.fromEntries(parts[dimensions].map((points, index) => [`dimension ${index + 1}`, points])),
  });
}
