/** Numbers with any marks, a sign, a currency before or a per cent sign behind. */
const number = /^[(]?[+−-]?([A-Z]{1,3} |[$€£] ?)?[.,]?\d[\d.,'’\p{Zs}]*([eE][+-]?\d+)?[)]?( ?%)?$/u;
const date =
	/^(\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4}|\d{1,2}[-/ ][A-Za-z]{3,9}[-/ ]\d{2,4})([ T]\d{1,2}:\d{2}.*)?$|^\d{1,2}:\d{2}(:\d{2})?$/;
const year = /^(1[89]|20)\d\d([-/](\d\d|\d{4}))?$/;
const missing = /^(|\.{1,2}|-{1,2}|–|x|c|z|\*|n\.?a\.?|n\/a|nan|null|none|ns|#n\/a)$/i;

/** Whether a cell holds a number, a date or a time. */
export function isValue(cell: string): boolean {
	return /\d/.test(cell) && (number.test(cell) || date.test(cell));
}

/** A year, or two that belong together, as they stand above columns. */
export function isYear(cell: string): boolean {
	return year.test(cell);
}

/** Blank, or a sign that stands for no value. */
export function isMissing(cell: string): boolean {
	return missing.test(cell);
}

const total =
	/^(grand |sub-?|column )?totals?\b|^(sum|average|mean|overall|all (rows|respondents))\b|^(all|all [a-z]+s|national|whole country|combined|altogether)$/i;

/** The first cell of a row that adds up others. */
export function isTotal(cell: string): boolean {
	return total.test(cell);
}

const mark = /^(\*+|\[?\d+\]|\(\d+\)|[a-z]\)|†|‡|©)/i;
const noteWord =
	/^(notes?|nb|sources?|footnotes?|methodology|copyright|disclaimer|symbols?|legend|key|generated|exported|printed|downloaded|last updated?|data (source|extracted)|how to cite|contact|universe|corrections?)\b/i;

const notesHead =
	/^(foot ?notes?|foot ?note ?(seq(uence)? ?)?id|notes?|symbols?|legend|sources?|references?)\s*:?$/i;
/** A line drawn between a table and its notes. */
const rule = /^(([_=*~-])\2{4,}|\+?(-{2,}\+)+-*)$/;

/** What a database says below the rows it gave. */
const rowCount = /^\(?\d+ rows?\b( (in set|selected|affected)|\))/i;

/** The head of a part of footnotes. */
export function isNotesHead(cell: string): boolean {
	return notesHead.test(cell);
}

/** How footnotes begin. */
export function startsLikeNote(cell: string): boolean {
	return [mark, noteWord, rule, rowCount].some((pattern) => pattern.test(cell));
}

const unit =
	/^[([]?\s*(%|per ?cent(age)?|pct|years?|yrs?|months?|weeks?|days?|hours?|hrs?|minutes?|number|no\.?|nr|n|count|persons?|people|thousands?|millions?|'?000s?|ratio|index|score|code[sd]?|text|string|numeric|integer|float|double|date|time|datetime|categor(y|ical)|yes\/no|y\/n|[01]\/[01]|\d+\s*[-–]\s*\d+|dd.mm.yyyy|mm.dd.yyyy|yyyy.mm.dd|[$€£]|kg|ha|km|m²|usd|units?|scale)(\s*(\/|per)\s*\w+)?\s*[)\]]?$/i;
const currency = /^[([]?[A-Z]{3}(\s*(\/|per)\s*\w+)?[)\]]?$/;

const scaled =
	/^[([]?(\w+ ){0,4}(in|of|per) (thousands?|millions?|hundreds?|per ?cent|%|units)[)\]]?$/i;

/** What stands in a row of units: `years`, `(%)`, `1-5`, `numeric`, a currency, `persons in thousands`. */
export function isUnit(cell: string): boolean {
	return unit.test(cell) || currency.test(cell) || scaled.test(cell);
}
