# Known answers for test/engine/forecast/ets-interval.test.ts: means and 80 % limits of R's forecast::ets near its fits; undamped for
# multiplicative seasons, since its formula for damped ones leaves a phi out; no ANA and MNA, where it has gamma one period early (its
# class1 writes G[3, 1], the second season state, when there is no trend); simulated (40,000 paths) for multiplicative trends. Run: Rscript ets-intervals.R > ../ets-intervals.json
suppressMessages(library(forecast)); library(jsonlite)
y <- window(AirPassengers, end = c(1955, 12))
cases <- lapply(c("ANN", "AAN", "AAdN", "AAA", "AAdA", "MNN", "MAN", "MAdN", "MAA", "MAdA", "MNM", "MAM", "MMN", "MMM"), function(form) {
  kind <- if (nchar(form) == 4) paste0(substr(form, 1, 2), substr(form, 4, 4)) else form
  fit <- ets(y, kind, damped = nchar(form) == 4, allow.multiplicative.trend = TRUE)
  # away from the fit, so that every term of the variance counts
  fit$par[["alpha"]] <- 0.4
  if (substr(form, 2, 2) != "N") fit$par[["beta"]] <- 0.05
  if (substr(kind, 3, 3) != "N") fit$par[["gamma"]] <- 0.2
  if (nchar(form) == 4) fit$par[["phi"]] <- 0.9
  m <- if (substr(kind, 3, 3) == "N") 1 else 12
  fit <- ets(y, fit, use.initial.values = TRUE)
  set.seed(1)
  future <- forecast(fit, h = 30, level = 80, npaths = 40000)
  states <- as.numeric(fit$states[nrow(fit$states), ]); first <- as.numeric(fit$states[1, ])
  trend <- substr(form, 2, 2) != "N"
  unpack <- function(x) list(level = x[1], trend = if (trend) x[2] else 0, seasonal = I(if (m > 1) rev(x[-(1:(1 + trend))]) else numeric(0)))
  p <- as.list(fit$par)
  list(form = form, variance = fit$sigma2,
    weights = list(alpha = 0.4, beta = if (trend) 0.05 else 0, gamma = if (m > 1) 0.2 else 0, phi = if (nchar(form) == 4) 0.9 else 1),
    start = unpack(first), mean = as.numeric(future$mean), low = as.numeric(future$lower), high = as.numeric(future$upper))
})
cat(toJSON(list(
  provenance = paste("R", getRversion(), "forecast", packageVersion("forecast"), "forecast.ets; ets-intervals.R; AirPassengers 1949-1955 (datasets)"),
  y = as.numeric(y), cases = cases
), digits = 15, auto_unbox = TRUE))
