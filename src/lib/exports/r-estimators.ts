import { count } from './r-counts.ts';
import { curve, curveContrast } from './r-curves.ts';
import { composition, decomposition, quantile, valueContrast } from './r-distributions.ts';

/** What every script starts its estimators with. */
const core = String.raw`# The rows of an answer. Without spread or degrees of freedom there is no standard error, rather
# than one of 0. n counts respondents, never rows.
figures <- function(value, se, domain, level = 0.95, limits = NULL, n = respondents(domain)) {
	df <- degf(domain)
	value <- as.numeric(value)
	se <- as.numeric(se)
	if (is.null(limits)) limits <- value + c(-1, 1) * qt(1 - (1 - level) / 2, max(df, 1)) * se
	known <- is.finite(value) && is.finite(se) && df > 0 && se > 1e-10 * abs(value)
	data.frame(
		value = if (is.finite(value)) value else NA_real_, se = if (known) se else NA_real_,
		low = if (known) limits[1] else NA_real_, high = if (known) limits[2] else NA_real_,
		df = df, n = n
	)
}
no_figures <- function(n = 0) {
	data.frame(value = NA_real_, se = NA_real_, low = NA_real_, high = NA_real_, df = 0, n = n)
}
respondents <- function(domain) length(unique(domain$variables$respondent_id))
answered <- function(domain, columns) {
	domain[which(complete.cases(domain$variables[columns])), ]
}

# The intervals of svyciprop() by their formulas.
share_limits <- function(p, se, n, df, interval, level) {
	tail <- (1 - level) / 2
	t <- qt(1 - tail, df)
	size <- p * (1 - p) / se^2 * (qt(tail, n - 1) / qt(tail, df))^2
	switch(interval,
		xlogit = , logit = plogis(qlogis(p) + c(-1, 1) * t * se / (p * (1 - p))),
		asin = sin(asin(sqrt(p)) + c(-1, 1) * t * se / (2 * sqrt(p * (1 - p))))^2,
		beta = qbeta(c(tail, 1 - tail), size * p + c(0, 1), size * (1 - p) + c(1, 0))
	)
}

# One estimate for each combination of codes that a row has; without columns, one of all rows.
answer_by <- function(asked, by, estimate) {
	rows <- asked$variables
	if (nrow(rows) == 0) return(if (length(by) == 0) no_figures())
	has_codes <- if (length(by) == 0) rep(TRUE, nrow(rows)) else complete.cases(rows[by])
	key <- if (length(by) == 0) rep("", nrow(rows)) else do.call(paste, c(unname(rows[by]), sep = "\r"))
	first <- which(has_codes & !duplicated(key))
	answers <- lapply(first[order(key[first])], function(row) {
		codes <- rows[rep(row, 1), by, drop = FALSE]
		names(codes) <- sub("^by_", "", by)
		found <- estimate(asked[which(has_codes & key == key[row]), ])
		if (length(by) == 0) found else cbind(codes[rep(1, nrow(found)), , drop = FALSE], found)
	})
	answer <- do.call(rbind, answers)
	rownames(answer) <- NULL
	answer
}`;

const mean = String.raw`mean_of <- function(y, level = 0.95) function(domain) {
	domain <- answered(domain, y)
	if (respondents(domain) == 0) return(no_figures())
	estimate <- svymean(reformulate(y), domain)
	figures(coef(estimate), SE(estimate), domain, level)
}`;

const share = String.raw`# A share with the interval that svyciprop() names. A share of 0 or 1 has no standard error; its
# interval is Clopper and Pearson's at n times (t with n - 1 over t with df) squared.
share_of <- function(y, interval = "xlogit", level = 0.95) function(domain) {
	domain <- answered(domain, y)
	n <- respondents(domain)
	df <- degf(domain)
	if (n == 0) return(no_figures())
	estimate <- svymean(reformulate(y), domain)
	p <- as.numeric(coef(estimate))
	if (df > 0 && p > 0 && p < 1) {
		limits <- if (interval == "beta") {
			# svyciprop() would count rows; here n are respondents.
			share_limits(p, as.numeric(SE(estimate)), n, df, interval, level)
		} else {
			as.numeric(confint(svyciprop(reformulate(y), domain, method = interval, level = level)))
		}
		return(figures(p, SE(estimate), domain, level, limits))
	}
	answer <- figures(p, NA, domain, level)
	if (df > 0) {
		tail <- (1 - level) / 2
		size <- n * (qt(tail, n - 1) / qt(tail, df))^2
		answer$low <- if (p == 0) 0 else qbeta(tail, size, 1)
		answer$high <- if (p == 1) 1 else qbeta(1 - tail, 1, size)
	}
	answer
}`;

const total = String.raw`total_of <- function(y, level = 0.95) function(domain) {
	domain <- answered(domain, y)
	if (respondents(domain) == 0) return(no_figures())
	estimate <- svytotal(reformulate(y), domain)
	figures(coef(estimate), SE(estimate), domain, level)
}`;

const ratio = String.raw`# A ratio of two totals, never a mean of ratios, with the intervals of svyciprop() by their formulas.
ratio_of <- function(y, x, interval = "t", level = 0.95) function(domain) {
	domain <- answered(domain, c(y, x))
	n <- respondents(domain)
	if (n == 0) return(no_figures())
	if (sum(weights(domain) * domain$variables[[x]]) == 0) return(no_figures(n))
	estimate <- svyratio(reformulate(y), reformulate(x), domain)
	p <- as.numeric(coef(estimate))
	se <- as.numeric(SE(estimate))
	limits <- if (p > 0 && p < 1 && se > 0) share_limits(p, se, n, max(degf(domain), 1), interval, level)
	figures(p, se, domain, level, limits)
}`;

const contrast = String.raw`# The first group minus the second, with the covariance of the two; of two dimensions, the
# difference of the differences. Ratios are taken from their totals by the delta method.
difference_of <- function(kind, y, x = NULL, dimensions, minus, level = 0.95) function(domain) {
	rows <- domain$variables
	domain$variables$group <- do.call(paste, c(unname(rows[dimensions]), sep = "."))
	cells <- do.call(expand.grid, c(minus, stringsAsFactors = FALSE))
	groups <- do.call(paste, c(unname(cells), sep = "."))
	signs <- Reduce(function(a, b) as.vector(outer(a, b)), rep(list(c(1, -1)), length(minus)))
	domain <- answered(domain, c(y, x))
	domain <- domain[which(domain$variables$group %in% groups), ]
	here <- domain$variables
	n <- sum(vapply(groups, function(one) {
		length(unique(here$respondent_id[here$group == one]))
	}, 0))
	if (!all(groups %in% here$group)) return(no_figures(n))
	estimate <- if (kind == "ratio") {
		all <- svyby(reformulate(c(y, x)), ~group, domain, svytotal, covmat = TRUE)
		part <- function(group, column) as.name(paste(group, column, sep = ":"))
		terms <- Map(function(sign, one) bquote(.(sign) * .(part(one, y)) / .(part(one, x))), signs, groups)
		svycontrast(all, Reduce(function(a, b) bquote(.(a) + .(b)), terms))
	} else {
		all <- svyby(reformulate(y), ~group, domain, if (kind == "mean") svymean else svytotal, covmat = TRUE)
		svycontrast(all, setNames(signs, groups))
	}
	figures(coef(estimate), SE(estimate), domain, level, n = n)
}`;

const once = String.raw`# A respondent with several rows counts once, if any of them does; in each group that is compared.
once <- function(y, estimate, groups = character(0)) function(domain) {
	domain <- answered(domain, y)
	rows <- domain$variables
	best <- order(-rows[[y]])
	own <- do.call(paste, c(unname(rows[c("respondent_id", groups)]), sep = "\r"))
	estimate(domain[sort(best[!duplicated(own[best])]), ])
}`;

/** Functions of R by name, in the order in which a script prints those that it needs. */
export const estimatorsInR = {
	...{ core, once, mean, share, total, ratio, contrast },
	...{ quantile, composition, decomposition, curve, curveContrast, valueContrast, count }
} as const;

export type EstimatorInR = keyof typeof estimatorsInR;
