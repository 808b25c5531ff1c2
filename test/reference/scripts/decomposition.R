# Known answers for test/engine/forecast/decomposition.test.ts: stats::stl and forecast::mstl on series of R's own datasets.
# Two seasons at once: UKDriverDeaths with 12 and 36 months, and a made-up daily series of 7 and 365 (formula below, no random part).
# Robust cases have an odd number of observations: for an even one R's stl asks its partial sort for the two middle ranks in descending
# order and now and then gets a wrong median (R 4: UKgas, window 11, rounds 4 and 6), hence other weights.
# Run: Rscript decomposition.R > ../decomposition.json
suppressMessages(library(forecast))
library(jsonlite)
# One answer in seven, or in twenty of the long series, keeps the file small.
thin <- function(x, by = 7) as.numeric(x)[seq(1, length(x), by = by)]
parts <- function(x, ...) {
  fit <- stl(x, ...)
  list(seasonal = thin(fit$time.series[, 1]), trend = thin(fit$time.series[, 2]), weights = thin(fit$weights))
}
series <- list(
  nottem = nottem, co2 = window(co2, 1980), UKgas = UKgas, AirPassengers = AirPassengers, UKDriverDeaths = UKDriverDeaths
)
# Without the first observation where their number is even.
odd <- function(x) if (length(x) %% 2 == 1) x else window(x, start = time(x)[2])
cases <- list()
add <- function(name, window, robust, ...) {
  s <- if (window == "periodic") window else as.numeric(window)
  answer <- parts(if (robust) odd(series[[name]]) else series[[name]], s.window = s, robust = robust, ...)
  extra <- list(...)
  cases[[length(cases) + 1]] <<- c(list(
    series = name, season = frequency(series[[name]]), seasonalWindow = s, robust = robust,
    trendWindow = if (is.null(extra$t.window)) NULL else extra$t.window), answer)
}
for (name in names(series)) {
  add(name, "periodic", FALSE)
  add(name, "periodic", TRUE)
  add(name, "7", FALSE)
  add(name, "11", TRUE)
}
add("co2", "35", FALSE, t.window = 19)
day <- seq_len(1000)
daily <- 100 + 0.02 * day + 10 * sin(2 * pi * day / 7) + 20 * cos(2 * pi * day / 365) + ((day * day) %% 11)
several <- function(y, seasons, by = 7) {
  fit <- mstl(msts(y, seasonal.periods = seasons))
  list(seasons = as.list(seasons), by = by,
       seasonal = lapply(grep("Seasonal", colnames(fit)), function(i) thin(fit[, i], by)),
       trend = thin(fit[, "Trend"], by), remainder = thin(fit[, "Remainder"], by))
}
mstlCases <- list(
  c(list(series = "UKDriverDeaths"), several(UKDriverDeaths, c(12, 36))),
  c(list(series = "AirPassengers"), several(AirPassengers, 12)),
  c(list(series = "daily"), several(daily, c(7, 365), 20))
)
cat(toJSON(list(
  provenance = sprintf("R %s stats::stl, forecast %s mstl; scripts/decomposition.R", getRversion(), packageVersion("forecast")),
  series = lapply(series, function(x) as.numeric(x)), stl = cases, mstl = mstlCases
), auto_unbox = TRUE, null = "null", digits = 15))
