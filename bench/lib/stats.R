# Times R's own routines on the series of one file: series in rows, months in columns. Prints "name seconds" per 1,000 series.
file <- commandArgs(trailingOnly = TRUE)[1]
series <- as.matrix(read.csv(file, header = FALSE))
n <- ncol(series)

timed <- function(name, package, how_many, run) {
  if (!is.null(package) && !suppressWarnings(suppressMessages(require(package, character.only = TRUE, quietly = TRUE)))) {
    cat(name, "missing", package, "\n")
    return(invisible())
  }
  run(series[1, ])
  rows <- seq_len(min(how_many, nrow(series)))
  took <- system.time(for (i in rows) run(series[i, ]))
  cat(name, 1000 * (took[["user.self"]] + took[["sys.self"]]) / length(rows), "\n")
}

time <- seq_len(n)
season <- cbind(sin(2 * pi * time / 12), cos(2 * pi * time / 12), sin(4 * pi * time / 12), cos(4 * pi * time / 12))
step <- as.numeric(time >= 85)
after <- pmax(0, time - 85) / 12

timed("farrington", "surveillance", 100, function(y) {
  data <- sts(y, frequency = 12, start = c(2010, 1))
  farringtonFlexible(data, list(range = n, b = 5, w = 1, noPeriods = 4, pastWeeksNotIncluded = 1, alpha = 0.025,
    thresholdMethod = "nbPlugin", trend = TRUE, verbose = FALSE))
})
timed("regression", NULL, 500, function(y) summary(glm(y ~ I(time / 12) + step + after + season, family = quasipoisson)))
timed("breaks-level", "strucchange", 20, function(y) breakpoints(log(y + 0.5) ~ 1))
timed("breaks-trend", "strucchange", 5, function(y) breakpoints(log(y + 0.5) ~ time))
timed("robust-stl", NULL, 500, function(y) stl(ts(log(y + 0.5), frequency = 12), "periodic", robust = TRUE))
