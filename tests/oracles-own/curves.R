# Makes curves.json from graduates.csv: Rscript curves.R, in this folder.
suppressMessages({
	library(survey)
	library(jsonlite)
})
rows <- read.csv('graduates.csv', colClasses = c(level = 'character'))
design <- svydesign(~cluster, strata = ~stratum, weights = ~weight, data = rows, nest = TRUE)
probabilities <- c(0.1, 0.25, 0.5, 0.75)

# Linearised errors of the product-limit curve, by R's own delta method: S as an expression in weighted totals
# of events (d) and of respondents at risk (y) at each month.
linearised <- function(part, months) {
	at <- sort(unique(part$variables$months[part$variables$found == 1]))
	at <- at[at <= max(months)]
	columns <- do.call(cbind, c(
		lapply(at, function(t) with(part$variables, (months == t & found == 1) * 1)),
		lapply(at, function(t) with(part$variables, (months >= t) * 1))
	))
	colnames(columns) <- c(paste0('d', at), paste0('y', at))
	totals <- svytotal(columns, part)
	sapply(months, function(t) {
		steps <- sprintf('(1 - d%d / y%d)', at[at <= t], at[at <= t])
		product <- parse(text = paste(steps, collapse = ' * '))[[1]]
		as.numeric(SE(svycontrast(totals, product)))
	})
}

# The same curve in each replicate of the jackknife that leaves out one cluster.
jackknife <- function(part, months) {
	replicates <- as.svrepdesign(part, type = 'JKn')
	fitted <- withReplicates(replicates, function(w, data) {
		keep <- w > 0
		curve <- survfit(Surv(data$months[keep], data$found[keep]) ~ 1, weights = w[keep])
		summary(curve, times = months, extend = TRUE)$surv
	})
	sqrt(diag(as.matrix(vcov(fitted))))
}

curve <- function(name, all) {
	part <- subset(all, !is.na(months))
	data <- part$variables
	weighted <- survfit(Surv(months, found) ~ 1, data = data, weights = weights(part))
	plain <- survfit(Surv(months, found) ~ 1, data = data, conf.type = 'log-log')
	months <- c(0, 3, 6, 12, 24, 36)
	hazard <- svykm(Surv(months, found) ~ 1, part, se = TRUE)
	product <- svykm(Surv(months, found) ~ 1, part)
	step <- function(values, times) sapply(months, function(t) values[max(which(times <= t))])
	list(
		name = name, n = nrow(data), missing = nrow(all$variables) - nrow(data),
		sumWeights = sum(weights(part)), df = degf(part),
		time = weighted$time, atRisk = plain$n.risk, weightAtRisk = weighted$n.risk,
		survival = weighted$surv, svykm = product$surv[-1],
		probabilities = probabilities,
		quantile = unname(quantile(weighted, probabilities, conf.int = FALSE)),
		months = months,
		linearised = linearised(part, months),
		jackknife = jackknife(part, months),
		hazardLogError = sqrt(step(hazard$varlog, hazard$time)),
		plainSurvival = step(plain$surv, plain$time),
		greenwood = step(plain$surv * plain$std.err, plain$time),
		plainQuantile = unname(quantile(plain, probabilities)$quantile),
		plainLow = unname(quantile(plain, probabilities)$lower),
		plainHigh = unname(quantile(plain, probabilities)$upper),
		plainLower = step(plain$lower, plain$time),
		plainUpper = step(plain$upper, plain$time)
	)
}

# Kitagawa's effects of the difference women - men in the share in work, by level, as expressions in totals.
decomposition <- function() {
	data <- design$variables
	levels <- sort(unique(data$level))
	columns <- do.call(cbind, lapply(c('F', 'M'), function(s) {
		own <- do.call(cbind, lapply(levels, function(l) {
			inside <- (data$sex == s & data$level == l) * 1
			cbind(inside, inside * data$in_work)
		}))
		colnames(own) <- paste0(rep(c('x', 'y'), length(levels)), rep(levels, each = 2), s)
		own
	}))
	totals <- svytotal(columns, design)
	total <- function(s) paste0('(', paste0('x', levels, s, collapse = ' + '), ')')
	share <- function(l, s) sprintf('x%s%s / %s', l, s, total(s))
	rate <- function(l, s) sprintf('y%s%s / x%s%s', l, s, l, s)
	composition <- sprintf('(%s - %s) * (%s + %s) / 2', share(levels, 'F'), share(levels, 'M'),
		rate(levels, 'F'), rate(levels, 'M'))
	rates <- sprintf('(%s - %s) * (%s + %s) / 2', rate(levels, 'F'), rate(levels, 'M'),
		share(levels, 'F'), share(levels, 'M'))
	all <- c(
		paste(c(composition, rates), collapse = ' + '), paste(rates, collapse = ' + '),
		paste(composition, collapse = ' + '), rates, composition
	)
	replicates <- as.svrepdesign(design, type = 'JKn')
	jackknife <- withReplicates(replicates, function(w, data) {
		sums <- as.list(colSums(columns * w))
		sapply(all, function(e) eval(parse(text = e), sums))
	})
	linear <- lapply(all, function(e) svycontrast(totals, parse(text = e)[[1]]))
	data.frame(
		part = c('difference', 'rate', 'composition', rep(c('rate', 'composition'), each = length(levels))),
		category = c(NA, NA, NA, levels, levels),
		value = sapply(linear, function(x) as.numeric(coef(x))),
		se = sapply(linear, function(x) as.numeric(SE(x))),
		jackknife = sqrt(diag(as.matrix(vcov(jackknife)))), row.names = NULL
	)
}

result <- list(
	curves = list(
		curve('all', design), curve('F', subset(design, sex == 'F')),
		curve('M', subset(design, sex == 'M'))
	),
	decomposition = decomposition()
)
write(toJSON(result, auto_unbox = TRUE, digits = 15, na = 'null', null = 'null'), 'curves.json')
