import { readFileSync } from 'node:fs';

/**
 * The tests of a vitest run, from its JSON report. A file that broke before its first test counts
 * as one failed test, and so does a report that can't be read.
 * @param {string} file
 * @returns {{ passed: number; failed: number; skipped: number }}
 */
export function countTests(file) {
	try {
		const report = JSON.parse(readFileSync(file, 'utf8'));
		const broken = report.testResults.filter(
			(/** @type {{ status: string; assertionResults: { status: string }[] }} */ result) =>
				result.status === 'failed' &&
				!result.assertionResults.some(({ status }) => status === 'failed')
		);
		return {
			passed: report.numPassedTests,
			failed: report.numFailedTests + broken.length,
			skipped: report.numPendingTests + report.numTodoTests
		};
	} catch {
		return { passed: 0, failed: 1, skipped: 0 };
	}
}
