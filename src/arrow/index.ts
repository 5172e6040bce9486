/** Reports and scores as Apache Arrow tables, which DuckDB, Polars, pandas and R read. It needs the package `apache-arrow` beside. */
export { parseReportsArrow, safeParseReportsArrow } from "./parseReportsArrow";
export { reportsToArrow } from "./reportsToArrow";
export { scoresToArrow } from "./scoresToArrow";
