/** Complete counts, in R. */
export const count = String.raw`# Figures of a complete count: sums of heads, without sampling error. n are the heads that a value
# rests on: of the whole of a share, of both groups where two groups stand apart.
count_by <- function(rows, by, kind, y, x = NULL, across = NULL, apart = FALSE, minus = NULL) {
	if (!is.null(minus)) return(count_difference(rows, by, kind, y, x, across, apart, minus))
	rows <- rows[complete.cases(rows[c(y, x, by)]), ]
	key_of <- function(columns) {
		if (length(columns) == 0) return(rep("", nrow(rows)))
		do.call(paste, c(unname(rows[columns]), sep = "
"))
	}
	key <- key_of(by)
	sums <- function(keep) list(y = sum(rows[[y]][keep]), x = if (is.null(x)) NA else sum(rows[[x]][keep]))
	first <- which(!duplicated(key))
	answers <- lapply(first[order(key[first])], function(row) {
		here <- key == key[row]
		own <- sums(here)
		value <- switch(kind,
			total = own$y,
			ratio = own$y / own$x,
			"adjusted-parity" = if (own$y > own$x) 2 - own$x / own$y else own$y / own$x,
			representation = {
				wider <- key_of(setdiff(by, across))
				all <- sums(wider == wider[row])
				(own$y / own$x) / (all$y / all$x)
			},
			dissimilarity = {
				part <- rows[[across]][here]
				sum(abs(rowsum(rows[[y]][here], part) / own$y - rowsum(rows[[x]][here], part) / own$x)) / 2
			}
		)
		found <- no_figures(if (kind == "total") own$y else if (apart) own$y + own$x else own$x)
		found$value <- if (is.finite(value) && (kind == "total" || own$x > 0)) value else NA_real_
		codes <- rows[row, by, drop = FALSE]
		names(codes) <- sub("^by_", "", by)
		if (length(by) == 0) found else cbind(codes, found)
	})
	answer <- do.call(rbind, answers)
	rownames(answer) <- NULL
	answer
}
count_difference <- function(rows, by, kind, y, x, across, apart, minus) {
	cells <- do.call(expand.grid, c(minus, stringsAsFactors = FALSE))
	signs <- Reduce(function(a, b) as.vector(outer(a, b)), rep(list(c(1, -1)), length(minus)))
	all <- count_by(rows, c(by, names(minus)), kind, y, x, across, apart)
	keys <- sub("^by_", "", by)
	group <- do.call(paste, c(unname(all[sub("^by_", "", names(minus))]), sep = "."))
	key <- if (length(keys) == 0) rep("", nrow(all)) else do.call(paste, c(unname(all[keys]), sep = "
"))
	groups <- do.call(paste, c(unname(cells), sep = "."))
	answers <- lapply(which(!duplicated(key)), function(row) {
		own <- all[key == key[row], ][match(groups, group[key == key[row]]), ]
		found <- no_figures(sum(own$n, na.rm = TRUE))
		found$value <- sum(signs * own$value)
		if (length(keys) == 0) found else cbind(all[row, keys, drop = FALSE], found)
	})
	answer <- do.call(rbind, answers)
	rownames(answer) <- NULL
	answer
}`;
