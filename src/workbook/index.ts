/** Evidence and results as Excel files (own entry `par-index/workbook`): forms that officers fill in, what comes back, and results. */
export {};
