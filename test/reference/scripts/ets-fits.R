# Known answers for test/engine/forecast/ets-fit.test.ts: the log-likelihoods that R's forecast::ets reaches, and its choice of form.
# The M3 series (forecasting competition of 2000) come from JSON files of { id, m, train }.
# Run: Rscript ets-fits.R m3_monthly.json m3_quarterly.json > ../ets-fits.json
suppressMessages(library(forecast)); library(jsonlite)
series <- list(AirPassengers = AirPassengers, USAccDeaths = USAccDeaths, UKgas = UKgas, nottem = nottem, lynx = lynx, Nile = Nile,
  WWWusage = WWWusage, co2 = co2, LakeHuron = LakeHuron, JohnsonJohnson = JohnsonJohnson, austres = austres)
set.seed(20)
for (file in commandArgs(TRUE)) {
  all <- fromJSON(file, simplifyVector = FALSE)
  for (one in all[sort(sample(length(all), 6))]) series[[one$id]] <- ts(unlist(one$train), frequency = one$m)
}
fits <- list(); choices <- list()
for (name in names(series)) {
  y <- series[[name]]
  for (error in c("A", "M")) for (trend in c("N", "A", "Ad", "M", "Md")) for (season in if (frequency(y) > 1) c("N", "A", "M") else "N") {
    kind <- substr(trend, 1, 1)
    if (error == "A" && (kind == "M" || season == "M") || error == "M" && kind == "M" && season == "A") next
    fit <- suppressWarnings(ets(y, paste0(error, kind, season), damped = nchar(trend) == 2, allow.multiplicative.trend = TRUE))
    fits[[length(fits) + 1]] <- list(series = name, form = paste0(error, trend, season), logLikelihood = fit$loglik, aicc = fit$aicc)
  }
  best <- ets(y)
  choices[[length(choices) + 1]] <- list(series = name, form = gsub("[ETS(),]", "", best$method), aicc = best$aicc)
}
cat(toJSON(list(
  provenance = paste("R", getRversion(), "forecast", packageVersion("forecast"), "ets; ets-fits.R; datasets and the M3 competition"),
  series = lapply(series, function(y) list(m = frequency(y), y = as.numeric(y))), fits = fits, choices = choices
), digits = 12, auto_unbox = TRUE))
