# Known answers for test/engine/forecast/theta.test.ts. Run: Rscript theta.R > ../theta.json
# standard: forecast::thetaf (season test, decompose, ses, half the slope); its alpha and starting level are those of ses() on the
# adjusted series, which thetaf calls. R's ets optimiser, which ses() uses, stops at a relative tolerance, so its sum of squares is a
# ceiling for ours, not an equal.
# models: OTM, DSTM, DOTM of Fiorucci et al. (2016) by a recursion of its own, the lines fitted by lm() afresh in every period; for given
# parameters, and at the best that optim() finds from many starts.
suppressMessages({library(jsonlite); library(forecast)})
h <- 18
adjusted <- function(x) {
  m <- frequency(x)
  if (m == 1 || length(x) <= 2 * m) return(x)
  r <- as.numeric(acf(x, lag.max = m, plot = FALSE)$acf)[-1]
  if (abs(r[m]) / sqrt((1 + 2 * sum(r[-m]^2)) / length(x)) > qnorm(0.95)) x / decompose(x, "multiplicative")$seasonal else x
}
standard <- function(name, x) {
  f <- thetaf(x, h = h)
  model <- ets(adjusted(x), "ANN", opt.crit = "mse")
  list(
    name = name, season = frequency(x), y = as.numeric(x), forecast = as.numeric(f$mean), fittedSes = as.numeric(f$fitted),
    alpha = as.numeric(model$par["alpha"]), level = as.numeric(model$par["l"]), sumOfSquares = sum(residuals(model)^2)
  )
}
line <- function(y) {
  if (length(y) == 1) return(c(y, 0))
  as.numeric(lm(y ~ seq_along(y))$coefficients)
}
run <- function(y, ahead, dynamic, par, impulse = 0) {
  l <- par[1]; alpha <- par[2]; w <- 1 - 1 / par[3]; n <- length(y); mu <- numeric(n + ahead); whole <- line(y)
  for (t in seq_len(n + ahead)) {
    ab <- if (!dynamic) whole else if (t == 1) c(0, 0) else line(y[seq_len(t - 1)])
    mu[t] <- l + w * (ab[1] * (1 - alpha)^(t - 1) + ab[2] * (1 - (1 - alpha)^t) / alpha)
    if (t > n) y[t] <- mu[t] + if (t - n == impulse) 1 else 0
    l <- alpha * y[t] + (1 - alpha) * l
  }
  list(mu = mu[seq_len(n)], forecast = mu[n + seq_len(ahead)])
}
# The same sum of squares, the lines fitted once; optim needs it often.
sse <- function(y, dynamic) {
  n <- length(y); whole <- line(y)
  lines <- if (dynamic) rbind(c(0, 0), t(sapply(seq_len(n - 1), function(t) line(y[seq_len(t)])))) else matrix(whole, n, 2, byrow = TRUE)
  function(par) {
    if (par[2] < 0.1 || par[2] > 0.99 || par[3] < 1) return(1e300)
    l <- par[1]; alpha <- par[2]; w <- 1 - 1 / par[3]; s <- 0
    for (t in seq_len(n)) {
      mu <- l + w * (lines[t, 1] * (1 - alpha)^(t - 1) + lines[t, 2] * (1 - (1 - alpha)^t) / alpha)
      if (!dynamic || t > 2) s <- s + (y[t] - mu)^2
      l <- alpha * y[t] + (1 - alpha) * l
    }
    s
  }
}
best <- function(y, dynamic, theta) {
  f <- sse(y, dynamic); found <- Inf
  for (alpha in c(0.15, 0.3, 0.5, 0.75, 0.95)) for (start in if (is.null(theta)) c(1.2, 2, 6) else theta) {
    for (again in 1:2) {
      from <- if (again == 1) c(y[1] / 2, alpha, start)[if (is.null(theta)) 1:3 else 1:2] else o$par
      o <- optim(from, function(p) f(c(p, theta)), control = list(maxit = 4000, reltol = 1e-14, parscale = c(abs(y[1]) + 1, 1, 1)[seq_along(from)]))
    }
    found <- min(found, o$value)
  }
  found
}
models <- function(name, y) {
  given <- c(0.4 * y[1], 0.35, 3)
  of <- function(type, dynamic, par, theta) {
    at <- run(y, h, dynamic, par)
    spread <- sapply(1:h, function(j) run(y, h, dynamic, par, j)$forecast - at$forecast)
    diag(spread) <- 1
    list(type = type, level = par[1], alpha = par[2], theta = par[3], mu = at$mu, forecast = at$forecast,
      squaredResponses = rowSums(spread^2), least = best(y, dynamic, theta))
  }
  list(name = name, y = y, models = list(
    of("OTM", FALSE, given, NULL), of("DSTM", TRUE, c(given[1:2], 2), 2), of("DOTM", TRUE, given, NULL)
  ))
}
out <- list(
  provenance = paste("R", getRversion(), "forecast", packageVersion("forecast"), "; theta.R; series of the package datasets"),
  standard = list(
    standard("AirPassengers", AirPassengers), standard("USAccDeaths", USAccDeaths), standard("nottem", nottem),
    standard("UKgas", UKgas), standard("ldeaths", ldeaths), standard("co2", co2), standard("Nile", Nile),
    standard("uspop", ts(as.numeric(uspop))), standard("LakeHuron", LakeHuron), standard("WWWusage", WWWusage)
  ),
  models = list(
    models("uspop", as.numeric(uspop)), models("Nile", as.numeric(Nile)), models("WWWusage", as.numeric(WWWusage)),
    models("adjusted AirPassengers", as.numeric(adjusted(AirPassengers))), models("adjusted UKgas", as.numeric(adjusted(UKgas)))
  )
)
cat(toJSON(out, digits = 15, auto_unbox = TRUE))
