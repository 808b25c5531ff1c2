# Known answers for test/engine/forecast: base R's HoltWinters. Run: Rscript smoothing.R > ../smoothing.json
library(jsonlite)
nile <- as.numeric(window(Nile, end = 1920))
holt <- as.numeric(window(uspop, end = 1970))
ses <- HoltWinters(ts(nile), beta = FALSE, gamma = FALSE)
sesGiven <- HoltWinters(ts(nile), alpha = 0.3, beta = FALSE, gamma = FALSE)
line <- HoltWinters(ts(holt), alpha = 0.6, beta = 0.3, gamma = FALSE)
fitted <- HoltWinters(ts(holt), gamma = FALSE)
cat(toJSON(list(
  provenance = paste("R", getRversion(), "stats::HoltWinters; smoothing.R; series Nile 1871-1920, uspop 1790-1970 (datasets)"),
  nile = nile, uspop = holt,
  sesGiven = list(alpha = 0.3, forecast = as.numeric(predict(sesGiven, 1)), sse = sesGiven$SSE),
  sesFitted = list(alpha = as.numeric(ses$alpha), sse = ses$SSE),
  holtGiven = list(alpha = 0.6, beta = 0.3, forecast = as.numeric(predict(line, 3)), sse = line$SSE),
  holtFitted = list(sse = fitted$SSE)
), digits = 15, auto_unbox = TRUE))
