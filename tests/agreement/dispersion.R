# Dispersion by the package tlda (Soenning). JSON in, JSON out.
suppressMessages(library(jsonlite))
suppressMessages(library(tlda))
request <- fromJSON(file("stdin"), simplifyVector = FALSE)
sizes <- unlist(request$sizes)
scores <- list()
for (item in names(request$dispersion)) {
  counts <- unlist(request$dispersion[[item]])
  all <- disp(counts, sizes, directionality = "gries", freq_adjust = FALSE, verbose = FALSE, print_score = FALSE)
  norm <- disp_DP(counts, sizes,
    formula = "lijffit_gries_2012", directionality = "gries",
    freq_adjust = FALSE, verbose = FALSE, print_score = FALSE
  )
  plain <- disp_DP(counts, sizes,
    formula = "gries_2008", directionality = "gries",
    freq_adjust = FALSE, verbose = FALSE, print_score = FALSE
  )
  scores[[paste("Juilland D", item)]] <- 1 - all[["D"]]
  scores[[paste("DP", item)]] <- plain[["DP"]]
  scores[[paste("DPnorm", item)]] <- norm[["DP"]]
}
cat(toJSON(scores, auto_unbox = TRUE, digits = NA))
