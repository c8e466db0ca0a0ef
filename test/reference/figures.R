# Reads rows from the CSV file named and prints the figures that glm, cor.test and pROC give of them, a line each.
#
# test/node/reference.test.ts holds the figures of @hale/core/validation against these.

suppressPackageStartupMessages(library(pROC))

rows <- read.csv(commandArgs(trailingOnly = TRUE)[1])
happened <- rows$happened
say <- function(name, value) cat(name, sprintf("%.17g", value), "\n")

features <- rows[, !(names(rows) %in% c("happened", "p", "other")), drop = FALSE]
fit <- glm(happened ~ ., data = cbind(happened = happened, features), family = binomial,
           control = glm.control(epsilon = 1e-14, maxit = 100))
errors <- sqrt(diag(vcov(fit)))
for (place in seq_along(coef(fit))) {
  say(paste0("weight", place - 1), coef(fit)[[place]])
  say(paste0("error", place - 1), errors[[place]])
}
say("loss", fit$deviance / 2)

# Without equal instants this is the test of Mann and Kendall, corrected for equal values and for continuity.
series <- -rows$other[seq_len(min(80, nrow(rows)))]
trend <- cor.test(seq_along(series), series, method = "kendall", exact = FALSE, continuity = TRUE)
say("trendZ", trend$statistic[["z"]])
say("trendP", trend$p.value)

first <- roc(happened, rows$p, direction = "<", levels = c(0, 1), quiet = TRUE)
second <- roc(happened, rows$other, direction = "<", levels = c(0, 1), quiet = TRUE)
say("auc", as.numeric(auc(first)))
say("variance", var(first, method = "delong"))
say("low", ci.auc(first, method = "delong")[1])
say("p", roc.test(first, second, method = "delong", paired = TRUE)$p.value)
