/** Quantiles, in R. */
export const quantile = String.raw`# A quantile with Woodruff's interval; where the distribution has a step at p exactly, the middle.
quantile_of <- function(y, p, level = 0.95) function(domain) {
	domain <- answered(domain, y)
	if (respondents(domain) == 0) return(no_figures())
	found <- svyquantile(
		reformulate(y), domain, p,
		alpha = 1 - level, interval.type = "mean", qrule = "school", df = max(degf(domain), 1)
	)[[1]]
	figures(found[1], found[4], domain, level, found[2:3])
}`;

/** Shares of the codes of a dimension and their differences, in R. */
export const composition = String.raw`# The share of each code of a dimension, for every code that somebody gave.
each_part <- function(y, parts, asked, estimate) {
	rows <- asked$variables
	codes <- sort(unique(rows[[parts]][!is.na(rows[[y]])]))
	function(domain) {
		given <- domain$variables[[parts]]
		given[is.na(domain$variables[[y]])] <- NA
		do.call(rbind, lapply(codes, function(code) {
			domain$variables$is_part <- as.numeric(given == code)
			cbind(part = code, estimate(domain))
		}))
	}
}
composition_of <- function(y, parts, asked, ...) each_part(y, parts, asked, share_of("is_part", ...))
composition_difference_of <- function(y, parts, asked, ...) {
	each_part(y, parts, asked, difference_of("mean", "is_part", NULL, ...))
}`;

/** The decomposition of a difference, in R. */
export const decomposition = String.raw`# Kitagawa: what of the difference of two groups comes from their rates in each category and what
# from their composition, by the delta method on the totals of all categories together.
decomposition_of <- function(y, x, group, minus, over, level = 0.95) function(domain) {
	if (is.null(x)) {
		x <- "one"
		domain$variables$one <- 1
	}
	rows <- domain$variables
	domain <- domain[which(complete.cases(rows[c(y, x, group, over)]) & rows[[group]] %in% minus), ]
	rows <- domain$variables
	n <- sum(vapply(minus, function(code) length(unique(rows$respondent_id[rows[[group]] == code])), 0))
	categories <- sort(unique(rows[[over]]))
	domain$variables$cell <- paste(rows[[group]], rows[[over]], sep = ".")
	cells <- outer(minus, categories, paste, sep = ".")
	if (n == 0 || !all(cells %in% domain$variables$cell)) {
		return(cbind(part = "difference", no_figures(n)))
	}
	all <- svyby(reformulate(c(y, x)), ~cell, domain, svytotal, covmat = TRUE)
	sum_of <- function(terms) Reduce(function(a, b) call("+", a, b), terms)
	total <- function(code, category, column) as.name(paste0(code, ".", category, ":", column))
	rate <- function(code, k) bquote(.(total(code, k, y)) / .(total(code, k, x)))
	share <- function(code, k) {
		whole <- sum_of(lapply(categories, function(one) total(code, one, x)))
		bquote(.(total(code, k, x)) / (.(whole)))
	}
	effect <- function(moved, held) lapply(setNames(nm = categories), function(k) {
		bquote((.(moved(minus[1], k)) - .(moved(minus[2], k))) *
			(.(held(minus[1], k)) + .(held(minus[2], k))) / 2)
	})
	rates <- effect(rate, share)
	compositions <- effect(share, rate)
	effects <- c(
		list(difference = sum_of(c(rates, compositions)), rate = sum_of(rates), composition = sum_of(compositions)),
		setNames(rates, paste0("rate:", categories)),
		setNames(compositions, paste0("composition:", categories))
	)
	found <- svycontrast(all, effects)
	do.call(rbind, lapply(names(effects), function(part) {
		cbind(part = part, figures(coef(found)[[part]], SE(found)[[part]], domain, level, n = n))
	}))
}`;

/** Differences of what has no variance by cluster, in R. */
export const valueContrast = String.raw`# A difference of quantiles: the value alone. Its error would need replicate weights.
value_difference_of <- function(estimate, dimensions, minus) function(domain) {
	cells <- do.call(expand.grid, c(minus, stringsAsFactors = FALSE))
	signs <- Reduce(function(a, b) as.vector(outer(a, b)), rep(list(c(1, -1)), length(minus)))
	found <- lapply(seq_len(nrow(cells)), function(i) {
		inside <- Reduce("&", Map(function(column, code) {
			domain$variables[[column]] %in% code
		}, dimensions, cells[i, ]))
		if (any(inside)) estimate(domain[which(inside), ]) else no_figures()
	})
	found <- do.call(rbind, found)
	difference <- no_figures(sum(found$n))
	difference$value <- sum(signs * found$value)
	difference
}`;
