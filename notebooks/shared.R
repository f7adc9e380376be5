# What the notebooks share: the site's own answers, and how two answers are compared.

figure_columns <- c("value", "se", "low", "high", "df", "n")

# The site's answer to a question (JSON), as the command `ask` prints it: a row an estimate.
ask <- function(question) {
	said <- tempfile()
	printed <- suppressWarnings(
		system2("npm", c("run", "-s", "ask", "--", shQuote(question)), stdout = TRUE, stderr = said)
	)
	if (!is.null(attr(printed, "status"))) {
		stop("The site has no answer to ", question, "\n", paste(readLines(said), collapse = "\n"))
	}
	estimates_of(printed)
}

estimates_of <- function(printed) {
	answer <- jsonlite::fromJSON(printed, simplifyVector = FALSE)
	number <- function(x) if (is.null(x)) NA_real_ else as.numeric(x)
	text <- function(x) if (is.null(x)) "" else x
	rows <- lapply(answer$estimates, function(one) {
		found <- as.data.frame(lapply(one[figure_columns], number), col.names = figure_columns)
		key <- paste(c(unlist(one$key), text(one$part)), collapse = "|")
		cbind(key = key, found, quality = one$quality, reason = text(one$reason))
	})
	do.call(rbind, rows)
}

# The data frame of a script, with the codes of a row in one text as `ask` has them.
keyed <- function(answer) {
	codes <- answer[setdiff(names(answer), c(figure_columns, "part"))]
	part <- if ("part" %in% names(answer)) answer$part else rep("", nrow(answer))
	key <- do.call(paste, c(unname(as.list(codes)), list(part), sep = "|"))
	cbind(key = key, answer[figure_columns])
}

# How far two answers to one question are apart: numbers relative to their size or, where that is
# nearer to 0 than its standard error, to the standard error; n and degrees of freedom have to be
# equal, and a figure that one side lacks the other has to lack. Rows with a value on neither side
# have no degrees of freedom to speak of; those without one have no n to compare but the site's.
compare <- function(ours, theirs) {
	missing_here <- setdiff(theirs$key[!is.na(theirs$value)], ours$key)
	missing_there <- setdiff(ours$key[!is.na(ours$value)], theirs$key)
	both <- intersect(ours$key, theirs$key)
	a <- as.matrix(ours[match(both, ours$key), figure_columns])
	b <- as.matrix(theirs[match(both, theirs$key), figure_columns])
	neither <- is.na(a[, "value"]) & is.na(b[, "value"])
	a[neither, c("df", "n")] <- NA
	b[neither, c("df", "n")] <- NA
	size <- pmax(abs(b), ifelse(is.na(b[, "se"]), 0, b[, "se"]))
	apart <- ifelse(a == b, 0, abs(a - b) / size)
	exact <- c("df", "n")
	apart[, exact] <- ifelse(a == b, 0, Inf)[, exact]
	apart[is.na(a) & is.na(b)] <- 0
	apart[is.na(a) != is.na(b)] <- Inf
	dimnames(apart) <- list(both, figure_columns)
	list(
		apart = apart, estimates = length(both), figures = sum(!is.na(b)),
		missing = c(missing_here, missing_there), ours = a, theirs = b,
		largest = if (length(apart) > 0) max(apart) else 0
	)
}

# What differs, in words; empty where nothing does.
differences <- function(compared, tolerance = 1e-8) {
	where <- which(compared$apart > tolerance, arr.ind = TRUE)
	found <- if (nrow(where) == 0) character(0) else paste0(
		rownames(compared$apart)[where[, 1]], " ", figure_columns[where[, 2]],
		": R ", format(compared$ours[where], digits = 15), ", site ", format(compared$theirs[where], digits = 15)
	)
	c(found, if (length(compared$missing) > 0) paste("only on one side:", compared$missing))
}
