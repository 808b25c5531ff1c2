# Known answers for test/engine/forecast/ets.test.ts: the compiled recursion of R's forecast::ets, all thirty forms, weights and
# states given. Run: Rscript ets-recursion.R > ../ets-recursion.json
suppressMessages(library(forecast)); library(jsonlite)
code <- function(letter) c(N = 0, A = 1, M = 2)[[letter]]
series <- list(
  monthly = list(m = 12, y = as.numeric(window(AirPassengers, end = c(1953, 12)))),
  quarterly = list(m = 4, y = as.numeric(window(UKgas, end = c(1975, 4))))
)
weights <- list(monthly = c(0.35, 0.04, 0.21, 0.93), quarterly = c(0.71, 0.11, 0.09, 0.86))
cases <- list()
for (name in names(series)) for (error in c("A", "M")) for (trend in c("N", "A", "Ad", "M", "Md")) for (season in c("N", "A", "M")) {
  y <- series[[name]]$y
  m <- if (season == "N") 1 else series[[name]]$m
  kind <- substr(trend, 1, 1); damped <- nchar(trend) == 2
  w <- weights[[name]]
  w <- list(alpha = w[1], beta = if (kind == "N") 0 else w[2], gamma = if (season == "N") 0 else w[3], phi = if (damped) w[4] else 1)
  wave <- sin(2 * pi * (1:m) / m + 1)
  level <- mean(y[1:series[[name]]$m])
  b0 <- if (kind == "N") NULL else if (kind == "A") 0.013 * level else 1.017
  s0 <- if (season == "N") NULL else if (season == "A") 0.2 * level * wave else 1 + 0.2 * wave
  # R keeps the latest season state first
  start <- c(level, b0, rev(s0))
  fit <- forecast:::pegelsresid.C(ts(y, frequency = m), m, start, error, kind, season, damped, w$alpha, w$beta, w$gamma, w$phi, 3)
  # etssimulate without errors, not etsforecast: the latter sums a damped trend as phi + phi + phi^2 + ...
  path <- .C("etssimulate", as.double(fit$states[length(y) + 1, ]), as.integer(m), as.integer(code(error)), as.integer(code(kind)),
    as.integer(code(season)), as.double(w$alpha), as.double(w$beta), as.double(w$gamma), as.double(w$phi), 15L, double(15),
    double(15), PACKAGE = "forecast")[[11]]
  e <- as.numeric(fit$e)
  cases[[length(cases) + 1]] <- list(series = name, form = paste0(error, trend, season), weights = w,
    states = list(level = level, trend = if (is.null(b0)) 0 else b0, seasonal = I(if (is.null(s0)) numeric(0) else s0)),
    logLikelihood = -0.5 * fit$lik, fitted = if (error == "A") y - e else y / (1 + e), forecast = path)
}
cat(toJSON(list(
  provenance = paste("R", getRversion(), "forecast", packageVersion("forecast"), "etscalc and etssimulate; ets-recursion.R; AirPassengers 1949-1953, UKgas 1960-1975 (datasets)"),
  series = series, cases = cases
), digits = 15, auto_unbox = TRUE))
