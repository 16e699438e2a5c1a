# Numbers of answers.csv as R's package survey computes them; prints expected.csv:
#   cd tests/files/r_survey && Rscript compare.R > expected.csv
# Made with R 4.2.2 and survey 4.1.1. answers.csv was drawn by chance, with answers missing, weights of 0, and a
# question ("rare") whose table with region has cells without anybody.
suppressPackageStartupMessages(library(survey))

everybody <- read.csv("answers.csv", na.strings = "")
everybody$one <- 1

cat("what,weight,filter,rows,option,column,value\n")
say <- function(what, weight, filter, rows, option, column, value) {
  cat(paste(what, weight, filter, rows, option, column, sprintf("%.17g", value), sep = ","), "\n", sep = "")
}

for (weight in c("w", "")) {
  answers <- if (weight == "w") everybody[everybody$w > 0, ] else everybody
  design <- svydesign(ids = ~1, weights = if (weight == "w") ~w else ~one, data = answers)
  passing <- list(all = rep(TRUE, nrow(answers)), q = answers$group == "q")
  inside <- c(list(total = rep(TRUE, nrow(answers))),
              sapply(c("x", "y", "z"), function(r) answers$region %in% r, simplify = FALSE),
              list(xy = answers$region %in% c("x", "y")),
              sapply(c("m1", "m2", "m3"), function(m) answers[[m]] %in% 1, simplify = FALSE))
  for (filter in names(passing)) {
    kept <- passing[[filter]]
    for (column in names(inside)) {
      base <- kept & inside[[column]]
      # Shares of one answer a person, and of several.
      for (option in c("a", "b", "c", "d")) {
        part <- subset(update(design, hit = as.numeric(choice %in% option)), base & !is.na(answers$choice))
        found <- svymean(~hit, part)
        say("p", weight, filter, "choice", option, column, coef(found))
        say("se", weight, filter, "choice", option, column, SE(found))
      }
      for (option in c("m1", "m2", "m3")) {
        part <- subset(update(design, hit = answers[[option]]), base & !is.na(answers$m1))
        found <- svymean(~hit, part)
        say("p", weight, filter, "tools", option, column, coef(found))
        say("se", weight, filter, "tools", option, column, SE(found))
      }
      part <- subset(design, base & !is.na(answers$hours))
      found <- svymean(~hours, part)
      say("mean", weight, filter, "hours", "mean", column, coef(found))
      say("se", weight, filter, "hours", "mean", column, SE(found))
      say("sd", weight, filter, "hours", "mean", column, sqrt(coef(svyvar(~hours, part))))
    }
    # Overall tests: Rao and Scott, second order.
    for (rows in c("choice", "rare")) {
      part <- subset(design, kept & !is.na(answers[[rows]]) & !is.na(answers$region))
      found <- svychisq(as.formula(paste0("~", rows, "+region")), part, statistic = "F")
      for (name in c("f", "df1", "df2", "p")) {
        value <- switch(name, f = found$statistic, df1 = found$parameter[1], df2 = found$parameter[2], p = found$p.value)
        say(name, weight, filter, rows, "", "region", value)
      }
    }
    for (option in c("m1", "m2", "m3")) {
      part <- subset(update(design, hit = answers[[option]]), kept & !is.na(answers$m1) & !is.na(answers$region))
      found <- svychisq(~hit + region, part, statistic = "F")
      for (name in c("f", "df1", "df2", "p")) {
        value <- switch(name, f = found$statistic, df1 = found$parameter[1], df2 = found$parameter[2], p = found$p.value)
        say(name, weight, filter, "tools", option, "region", value)
      }
    }
    # Means of two columns against each other, which may share people: the influence of everybody on either mean.
    for (pair in list(c("x", "y"), c("y", "z"), c("m1", "m2"), c("m2", "m3"))) {
      influence <- sapply(pair, function(column) {
        base <- kept & inside[[column]] & !is.na(answers$hours)
        w <- weights(design)
        middle <- sum(w[base] * answers$hours[base]) / sum(w[base])
        ifelse(base, (answers$hours - middle) / sum(w[base]), 0)
      })
      means <- sapply(pair, function(column) {
        base <- kept & inside[[column]] & !is.na(answers$hours)
        weighted.mean(answers$hours[base], weights(design)[base])
      })
      variance <- vcov(svytotal(~i1 + i2, update(design, i1 = influence[, 1], i2 = influence[, 2])))
      z <- (means[1] - means[2]) / sqrt(variance[1, 1] + variance[2, 2] - 2 * variance[1, 2])
      say("z", weight, filter, "hours", pair[1], pair[2], z)
    }
  }
}
