# What R makes of seeded columns: writes test/analysis/structure.json, with which test/analysis/structure.test.ts compares the
# library's correlations, spreads and lines. Run where R is (Debian: r-base-core r-cran-jsonlite):
#   Rscript test/oracle/structure.R && npx biome check --write test/analysis/structure.json
library(jsonlite)

set.seed(20261126)

# Two columns of so many units. Rounded to few digits, so that values repeat and ranks are shared.
draw <- function(n, digits) {
  x <- round(runif(n, 20, 100), digits)
  y <- round(pmin(100, pmax(1, 0.4 * x + rnorm(n, 45, 12))), digits)
  line <- summary(lm(log(y / x) ~ log(x)))
  list(
    x = sprintf("%.*f", digits, x), y = sprintf("%.*f", digits, y),
    pearson = cor(x, y), spearman = cor(x, y, method = "spearman"),
    standardDeviation = sd(x), variation = sd(x) / mean(x),
    slope = line$coefficients[2, 1], intercept = line$coefficients[1, 1],
    standardError = line$coefficients[2, 2], rSquared = line$r.squared
  )
}

columns <- list(draw(3, 2), draw(5, 0), draw(8, 1), draw(19, 2), draw(45, 0), draw(63, 2), draw(63, 1))
write_json(list(seed = 20261126, r = R.version.string, columns = columns), "test/analysis/structure.json", auto_unbox = TRUE, digits = NA)
