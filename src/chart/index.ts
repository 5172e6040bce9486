/** Pictures as Vega-Lite specifications (own entry `par-index/chart`): plain data, drawn by notebooks, pages, or `chartSvg`. */

export type { Chart, ChartOptions, ChartRow } from "./chart";
export { chartSvg } from "./chartSvg";
export { type HeatChartOptions, heatCharts, safeHeatCharts } from "./heatCharts";
export { profileCharts, safeProfileCharts } from "./profileCharts";
export { type RankingChartOptions, rankingCharts, safeRankingCharts } from "./rankingCharts";
export { type RankRangeChartOptions, rankRangeCharts } from "./rankRangeCharts";
export { safeSatisfactionChart, satisfactionChart } from "./satisfactionChart";
export { type ChartSide, safeSlopeChart, slopeChart } from "./slopeChart";
export { safeWaterfallChart, waterfallChart } from "./waterfallChart";
