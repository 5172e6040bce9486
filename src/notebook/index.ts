/** Values as notebooks show them (own entry `par-index/notebook`): tables, trees with bars, prose and pictures. */

export { chartDisplay } from "./chartDisplay";
export { type Display, type KernelDisplay, type MimeBundle, showIn } from "./display";
export type { DisplayOptions } from "./displayTable";
export { explanationDisplay } from "./explanationDisplay";
export { type RankingDisplayOptions, rankingDisplay, safeRankingDisplay } from "./rankingDisplay";
export { columnsDisplay, type RowColumn, type RowsDisplayOptions, rowsDisplay } from "./rowsDisplay";
export { safeScoreDisplay, scoreDisplay } from "./scoreDisplay";
