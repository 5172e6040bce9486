# What R's `survey` makes of seeded random designs: writes test/survey/precision/randomDesigns.json, with which
# test/survey/precision/randomDesigns.test.ts compares the library. Run where R is (Debian: r-base-core r-cran-survey r-cran-jsonlite):
#   Rscript test/oracle/survey.R && npx biome check --write test/survey/precision/randomDesigns.json
suppressMessages(library(survey))
library(jsonlite)

seed <- 20241210
set.seed(seed)

# People in clusters in strata. `single`: the last stratum has one cluster. `corrected`: each stratum's clusters in the population.
draw <- function(single, corrected) {
  strata <- sample(3:6, 1)
  people <- do.call(rbind, lapply(seq_len(strata), function(h) {
    clusters <- if (single && h == strata) 1 else sample(2:5, 1)
    population <- clusters + sample(1:9, 1)
    do.call(rbind, lapply(seq_len(clusters), function(j) {
      n <- sample(3:7, 1)
      rate <- runif(1, 0.4, 0.95)
      x <- rbinom(n, 5, 0.8)
      data.frame(
        stratum = paste0("H", h), cluster = paste0("H", h, "-", j), weight = round(runif(n, 5, 40), 2),
        y = rbinom(n, 1, rate), satisfied = rbinom(n, x, rate), answered = x,
        unit = sample(c("U1", "U2"), n, replace = TRUE), sex = sample(c("F", "M"), n, replace = TRUE), population = population
      )
    }))
  }))
  if (!corrected) people$population <- NULL
  people
}

designOf <- function(people) {
  if (is.null(people$population)) svydesign(ids = ~cluster, strata = ~stratum, weights = ~weight, data = people)
  else svydesign(ids = ~cluster, strata = ~stratum, weights = ~weight, fpc = ~population, data = people)
}

both <- function(statistic) list(value = as.vector(coef(statistic)), se = as.vector(SE(statistic)))

# Rate, pooled ratio, rate of a domain, difference of two domains.
estimates <- function(design) {
  units <- svyby(~y, ~unit, design, svymean, covmat = TRUE)
  contrast <- c(1, -1)
  list(
    rate = both(svymean(~y, design)),
    pooled = both(svyratio(~satisfied, ~answered, design)),
    domain = both(svymean(~y, subset(design, unit == "U1"))),
    difference = list(value = sum(contrast * coef(units)), se = sqrt(as.vector(t(contrast) %*% vcov(units) %*% contrast)))
  )
}

intervals <- function(design) {
  found <- lapply(c(wald = "mean", logit = "xlogit", clopperPearson = "beta"), function(method) {
    as.vector(attr(svyciprop(~y, design, method = method, df = degf(design)), "ci"))
  })
  c(found, list(degreesOfFreedom = degf(design)))
}

cases <- lapply(1:16, function(number) {
  single <- number > 10
  corrected <- number %% 2 == 0
  people <- draw(single, corrected)
  case <- list(rows = people)
  for (policy in if (single) c("remove", "certainty", "adjust", "average") else "fail") {
    options(survey.lonely.psu = policy)
    design <- designOf(people)
    answers <- list(policy = policy, taylor = estimates(design), jackknife = estimates(as.svrepdesign(design, type = "JKn")))
    if (!single) {
      answers$intervals <- list(rate = intervals(design), domain = intervals(subset(design, unit == "U1")))
      answers$designEffect <- list(
        withReplacement = as.vector(deff(svymean(~y, design, deff = "replace"))),
        withoutReplacement = as.vector(deff(svymean(~y, design, deff = TRUE)))
      )
      sums <- function(by) { t <- tapply(people$weight, people[[by]], sum); t * runif(length(t), 0.8, 1.25) }
      sex <- sums("sex")
      unit <- sums("unit")
      unit <- unit * sum(sex) / sum(unit)
      frame <- function(by, totals) { f <- data.frame(names(totals), Freq = as.vector(totals)); names(f)[1] <- by; f }
      raked <- rake(design, list(~sex, ~unit), list(frame("sex", sex), frame("unit", unit)), control = list(maxit = 2000, epsilon = 1e-14))
      answers$margins <- list(sex = as.list(sex), unit = as.list(unit))
      answers$raked <- weights(raked)
      answers$postStratified <- weights(postStratify(design, ~sex, frame("sex", sex)))
    }
    case$answers <- c(case$answers, list(answers))
  }
  case
})

# One stratum: JK1.
unstratified <- draw(FALSE, FALSE)
design <- svydesign(ids = ~cluster, weights = ~weight, data = unstratified)
jk1 <- list(rows = unstratified, jackknife = estimates(as.svrepdesign(design, type = "JK1")))

# Six units with clusters of their own: which pairs Holm's correction tells apart.
separations <- lapply(1:8, function(number) {
  rows <- do.call(rbind, lapply(1:6, function(unit) {
    rate <- runif(1, 20, 80)
    clusters <- sample(3:8, 1)
    data.frame(stratum = paste0("S", unit), cluster = paste0("S", unit, "-", seq_len(clusters)), weight = 1, y = rnorm(clusters, rate, 6))
  }))
  design <- designOf(rows)
  units <- svyby(~y, ~stratum, design, svymean, covmat = TRUE)
  pairs <- combn(6, 2)
  p <- apply(pairs, 2, function(pair) {
    contrast <- replace(numeric(6), pair, c(1, -1))
    t <- sum(contrast * coef(units)) / sqrt(as.vector(t(contrast) %*% vcov(units) %*% contrast))
    2 * pt(-abs(t), degf(subset(design, stratum %in% paste0("S", pair))))
  })
  names <- apply(pairs, 2, function(pair) paste0("S", pair, collapse = " "))
  list(rows = rows, toldApart = I(names[p.adjust(p, "holm") < 0.05]))
})

written <- list(seed = seed, generator = paste(R.version.string, "survey", packageVersion("survey")), cases = cases, jk1 = jk1, separations = separations)
write_json(written, "test/survey/precision/randomDesigns.json", auto_unbox = TRUE, digits = NA, dataframe = "columns")
