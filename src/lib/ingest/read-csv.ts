import Papa from 'papaparse';

/**
 * The rows of a CSV text as records of text, by the names of its header row. Empty lines are left out and
 * an empty cell is the empty string: nothing is trimmed, guessed or turned into a number.
 *
 * @throws SyntaxError when a row is longer or shorter than the header, or a quote is left open.
 */
export function readCsv(text: string): Record<string, string>[] {
	const { data, errors } = Papa.parse<Record<string, string>>(text, {
		header: true,
		delimiter: ',',
		skipEmptyLines: true
	});
	const [error] = errors;
	if (error) throw new SyntaxError(`Row ${(error.row ?? 0) + 1}: ${error.message}`);
	return data;
}
