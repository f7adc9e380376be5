/**
 * read.R of a data package: one function that reads the tables of its folder by their schemas and declares
 * their designs, in R with the packages jsonlite and survey. It asks nothing of the network.
 */
export const packageReader = String.raw`# Reads the survey in this folder and declares its design. Nothing is fetched: keep the files of
# the package together.
#
#   source("read.R")
#   survey <- read_package(".")
#   survey$tables      the tables, codes as text, an empty field missing
#   survey$designs     what svydesign() gives for each table with a sample
#   survey$codebook    every column and code with its label
#
# Needs R 4.1 or later with the packages survey and jsonlite.

library(survey)
library(jsonlite)
options(survey.lonely.psu = "fail", survey.adjust.domain.lonely = FALSE)

read_package <- function(folder = ".") {
	read_json <- function(name) fromJSON(file.path(folder, name), simplifyVector = FALSE)
	descriptor <- read_json("datapackage.json")
	design <- read_json("design.json")
	names_of <- function(list) vapply(list, function(one) one$name, "")
	tables <- lapply(setNames(descriptor$resources, names_of(descriptor$resources)), function(resource) {
		fields <- resource$schema$fields
		types <- c(integer = "integer", number = "numeric")[vapply(fields, function(field) field$type, "")]
		types[is.na(types)] <- "character"
		rows <- read.csv(
			gzfile(file.path(folder, resource$path)), colClasses = setNames(types, names_of(fields)),
			na.strings = "", encoding = "UTF-8", check.names = FALSE
		)
		stopifnot(nrow(rows) == resource$rows, identical(names(rows), names_of(fields)))
		rows
	})
	declared <- Filter(function(one) is.null(one$completeCount), design$tables)
	list(
		descriptor = descriptor, design = design, tables = tables,
		codebook = read.csv(file.path(folder, "codebook.csv"), colClasses = "character", encoding = "UTF-8"),
		designs = Map(function(name, one) declare(tables[[name]], one), names(declared), declared)
	)
}

# The design of a sample, to be told again of a table that has more columns.
declare <- function(rows, design) {
	together <- function(columns) {
		if (length(columns) == 0) return(NULL)
		interaction(rows[unlist(columns)], drop = TRUE, sep = "\r")
	}
	rows$.stratum <- together(design$strata)
	rows$.cluster <- together(design$cluster)
	svydesign(
		ids = if (is.null(rows$.cluster)) ~1 else ~.cluster,
		strata = if (is.null(rows$.stratum)) NULL else ~.stratum,
		fpc = if (is.null(design$fpc)) NULL else reformulate(design$fpc),
		weights = if (is.null(design$weight)) rep(1, nrow(rows)) else reformulate(design$weight),
		nest = isTRUE(design$nest), data = rows
	)
}
`;
