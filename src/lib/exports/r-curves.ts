/** Survival curves, their values by a month and their quantiles, in R. */
export const curve = String.raw`# Weighted Kaplan-Meier: the curve of svykm(), and for its errors what each respondent adds to it
# (the product linearised exactly, Williams, Biometrics 51, 1995), so that the standard error is
# that of a total over the design.
survival_of <- function(domain, time, event) {
	rows <- domain$variables
	times <- sort(unique(rows[[time]]))
	own <- match(rows[[time]], times)
	weight <- weights(domain)
	risk <- rev(cumsum(rev(as.vector(rowsum(weight, own)))))
	events <- as.vector(rowsum(weight * rows[[event]], own))
	curve <- svykm(as.formula(sprintf("Surv(%s, %s) ~ 1", time, event)), domain)
	list(
		times = times, own = own, had = rows[[event]] == 1,
		survival = c(1, curve$surv)[findInterval(times, curve$time) + 1],
		exposed = cumsum(ifelse(events > 0, events / risk / (risk - events), 0)),
		struck = 1 / (risk - events), at_risk = rev(cumsum(rev(tabulate(own, length(times)))))
	)
}
survival_at <- function(s, k) if (k == 0) 1 else s$survival[k]
scores_at <- function(s, k) {
	if (survival_at(s, k) %in% c(0, 1)) return(rep(0, length(s$own)))
	struck <- ifelse(s$had & s$own <= k, s$struck[s$own], 0)
	s$survival[k] * (s$exposed[pmin(k, s$own)] - struck)
}
error_of <- function(domain, scores) {
	domain$variables$score <- scores
	as.numeric(SE(svytotal(~score, domain)))
}
# The t interval on the scale of log(-log).
log_log <- function(survival, se, df, level) {
	apart <- exp(qt(1 - (1 - level) / 2, df) * se / (survival * -log(survival)))
	c(survival^apart, survival^(1 / apart))
}
curve_figures <- function(domain, s, month, level, flip = FALSE) {
	if (month > max(s$times)) return(no_figures(respondents(domain)))
	k <- findInterval(month, s$times)
	value <- survival_at(s, k)
	se <- if (value %in% c(0, 1)) NA else error_of(domain, scores_at(s, k))
	limits <- if (is.na(se)) c(NA, NA) else log_log(value, se, max(degf(domain), 1), level)
	if (flip) return(figures(1 - value, se, domain, level, 1 - rev(limits)))
	figures(value, se, domain, level, limits)
}
# Whole months from 0 to the last one; n of a month are those still at risk.
months_of <- function(s) 0:min(120, floor(max(s$times)))
at_risk <- function(s, month) sum(s$times[s$own] >= month)

curve_of <- function(time, event, level = 0.95) function(domain) {
	domain <- answered(domain, c(time, event))
	if (respondents(domain) == 0) return(cbind(part = "month-0", no_figures()))
	s <- survival_of(domain, time, event)
	do.call(rbind, lapply(months_of(s), function(month) {
		found <- curve_figures(domain, s, month, level)
		found$n <- at_risk(s, month)
		cbind(part = paste0("month-", month), found)
	}))
}

# The share to whom it has happened by a month.
by_month <- function(time, event, month, level = 0.95) function(domain) {
	domain <- answered(domain, c(time, event))
	if (respondents(domain) == 0) return(no_figures())
	curve_figures(domain, survival_of(domain, time, event), month, level, flip = TRUE)
}

# The month by which a share has had it, with the interval of Brookmeyer and Crowley: where the
# limits of the curve come down as far. The middle of the step where the curve is there exactly.
month_of <- function(time, event, p, level = 0.95) function(domain) {
	domain <- answered(domain, c(time, event))
	n <- respondents(domain)
	if (n == 0) return(no_figures())
	s <- survival_of(domain, time, event)
	reach <- function(values) {
		tie <- sqrt(.Machine$double.eps)
		first <- which(values <= 1 - p + tie)[1]
		if (is.na(first)) return(NA_real_)
		if (values[first] < 1 - p - tie) return(s$times[first])
		below <- which(values < 1 - p - tie)[1]
		mean(c(s$times[first], if (is.na(below)) max(s$times) else s$times[below]))
	}
	value <- reach(s$survival)
	df <- degf(domain)
	if (is.na(value) || df == 0) return(figures(value, NA, domain, level))
	limits <- vapply(seq_along(s$times), function(k) {
		if (s$survival[k] %in% c(0, 1)) return(c(NA, NA))
		log_log(s$survival[k], error_of(domain, scores_at(s, k)), df, level)
	}, c(0, 0))
	ends <- c(reach(limits[1, ]), reach(limits[2, ]))
	se <- (ends[2] - ends[1]) / (2 * qt(1 - (1 - level) / 2, df))
	found <- figures(value, se, domain, level, ends)
	if (!is.na(ends[1]) && is.na(ends[2])) found$low <- ends[1]
	found
}`;

/** Differences of survival curves, in R. */
export const curveContrast = String.raw`# Differences of shares by month: what each respondent adds to one curve, minus what it adds to the other.
month_difference <- function(domain, time, event, months, dimensions, minus, level, flip) {
	rows <- domain$variables
	cells <- do.call(expand.grid, c(minus, stringsAsFactors = FALSE))
	groups <- do.call(paste, c(unname(cells), sep = "."))
	signs <- Reduce(function(a, b) as.vector(outer(a, b)), rep(list(c(1, -1)), length(minus)))
	own <- do.call(paste, c(unname(rows[dimensions]), sep = "."))
	domain <- domain[which(own %in% groups & complete.cases(rows[c(time, event)])), ]
	own <- do.call(paste, c(unname(domain$variables[dimensions]), sep = "."))
	here <- groups %in% own
	curves <- lapply(groups[here], function(group) survival_of(domain[which(own == group), ], time, event))
	if (is.null(months)) months <- 0:max(vapply(curves, function(s) max(months_of(s)), 0))
	do.call(rbind, lapply(months, function(month) {
		n <- if (flip) respondents(domain) else sum(vapply(curves, at_risk, 0, month))
		reached <- all(here) && all(vapply(curves, function(s) month <= max(s$times), TRUE))
		if (!reached) return(cbind(part = paste0("month-", month), no_figures(n)))
		scores <- rep(0, length(own))
		value <- 0
		for (i in seq_along(groups)) {
			k <- findInterval(month, curves[[i]]$times)
			sign <- if (flip) -signs[i] else signs[i]
			value <- value + sign * survival_at(curves[[i]], k)
			scores[own == groups[i]] <- sign * scores_at(curves[[i]], k)
		}
		found <- figures(value, error_of(domain, scores), domain, level, n = n)
		cbind(part = paste0("month-", month), found)
	}))
}
by_month_difference_of <- function(time, event, month, dimensions, minus, level = 0.95) function(domain) {
	found <- month_difference(domain, time, event, month, dimensions, minus, level, TRUE)
	found[setdiff(names(found), "part")]
}
curve_difference_of <- function(time, event, dimensions, minus, level = 0.95) function(domain) {
	month_difference(domain, time, event, NULL, dimensions, minus, level, FALSE)
}`;
