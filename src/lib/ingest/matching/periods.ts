const months = '(?:jan|feb|m[aä]r|apr|ma[iy]|jun|jul|aug|sep|oct|okt|nov|dec|dez)[a-z]*\\.?';
const year = '(?:19|20)\\d{2}';
const named = `(?:[QMHTS]\\d{1,2}|${months})`;
const month = '(?:0[1-9]|1[0-2])';

const patterns = [
	`(?:X|Y|YR|FY)?${year}(?:\\s*[/–-]\\s*\\d{2,4})?(?:\\s*\\[.*\\])?`,
	`${year}\\s*[-/ ]?\\s*(?:${named}|${month})`,
	`${named}\\s*[-/ ]?\\s*(?:${year}|\\d{2})`,
	`${month}\\s*[-/]\\s*${year}`
].map((pattern) => new RegExp(`^${pattern}$`, 'i'));

/** A year, quarter or month as series have them: `2021`, `2018/19`, `YR2020`, `2021 Q3`, `May 2018`, `2023-04`. */
export function isPeriod(text: string): boolean {
	const plain = text.trim();
	return plain.length <= 20 && /\d{2}/.test(plain) && patterns.some((one) => one.test(plain));
}
