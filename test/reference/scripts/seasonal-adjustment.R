# Known answers for test/engine/forecast/seasonal-adjustment.test.ts: stats::decompose, and the test statistic of forecast::thetaf.
# Run: Rscript seasonal-adjustment.R > ../seasonal-adjustment.json
library(jsonlite)
statistic <- function(x, m) {
  r <- as.numeric(acf(x, lag.max = m, plot = FALSE, na.action = na.pass)$acf)[-1]
  abs(r[m]) / sqrt((1 + 2 * sum(r[-m]^2)) / length(x))
}
case <- function(name, x) {
  m <- frequency(x)
  list(
    name = name, season = m, y = as.numeric(x),
    statistic = statistic(x, m), seasonal = statistic(x, m) > qnorm(0.95),
    factors = decompose(x, "multiplicative")$figure, terms = decompose(x, "additive")$figure
  )
}
gaps <- USAccDeaths
gaps[c(5, 18, 19, 47)] <- NA
cat(toJSON(list(
  provenance = paste("R", getRversion(), "stats::decompose, stats::acf; seasonal-adjustment.R; series of the package datasets"),
  whole = list(
    case("AirPassengers", AirPassengers), case("USAccDeaths", USAccDeaths), case("nottem", nottem),
    case("UKgas", UKgas), case("presidents", ts(head(na.omit(as.numeric(presidents)), 100), frequency = 4)),
    case("Nile by 5", ts(as.numeric(Nile), frequency = 5)), case("Nile by 7", ts(as.numeric(Nile), frequency = 7)),
    case("sunspot years by 11", ts(as.numeric(sunspot.year), frequency = 11))
  ),
  gaps = list(season = 12, y = as.numeric(gaps), statistic = statistic(gaps, 12))
), digits = 15, auto_unbox = TRUE, na = "null"))
