# Probabilities, G2 of tables and HD-D by R itself (stats, MASS). JSON in, JSON out.
suppressMessages(library(jsonlite))
request <- fromJSON(file("stdin"), simplifyVector = TRUE)
scores <- list()
for (x in request$chiSquares) {
  scores[[sprintf("p of %g", x)]] <- pchisq(x, df = 1, lower.tail = FALSE)
}
for (i in seq_len(nrow(request$tables))) {
  cells <- request$tables[i, ]
  fitted <- MASS::loglm(~ 1 + 2, matrix(cells, nrow = 2, byrow = TRUE))
  scores[[paste("G2 of", paste(cells, collapse = " "))]] <- fitted$lrt
}
frequencies <- as.integer(table(request$tokens))
n <- length(request$tokens)
scores[["HD-D"]] <- sum(1 - dhyper(0, frequencies, n - frequencies, 42)) / 42
scores[["TTR"]] <- length(frequencies) / n
for (window in request$windows) {
  starts <- seq_len(n - window + 1)
  ratios <- vapply(starts, function(i) length(unique(request$tokens[i:(i + window - 1)])) / window, numeric(1))
  scores[[paste("MATTR", window)]] <- mean(ratios)
}
cat(toJSON(scores, auto_unbox = TRUE, digits = NA))
