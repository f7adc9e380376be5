import { mkdirSync, writeFileSync } from 'node:fs';
import type { Page } from 'playwright';
import { extractText, getDocumentProxy } from 'unpdf';

const reports = '.cache/reports/sheets';

/**
 * Prints a page, on A4 unless it says otherwise itself.
 * @param name of the PDF among the reports
 * @returns the text of each sheet
 */
export async function sheetsOf(page: Page, name: string): Promise<string[]> {
	const file = await page.pdf({ format: 'A4', preferCSSPageSize: true, printBackground: true });
	mkdirSync(reports, { recursive: true });
	writeFileSync(`${reports}/${name}.pdf`, file);
	const { text } = await extractText(await getDocumentProxy(new Uint8Array(file)), {
		mergePages: false
	});
	// Lines end where the sheet makes them end.
	return text.map((sheet) => sheet.replaceAll(/\s+/g, ' '));
}

/** What the print dialogue was asked to print: the heading of the page each time, from now on. */
export async function watchPrint(page: Page): Promise<() => Promise<string[]>> {
	await page.addInitScript(() => {
		const own = window as unknown as { printed: string[] };
		own.printed = [];
		window.print = () => {
			own.printed.push(document.querySelector('h1')?.textContent ?? '');
		};
	});
	return () => page.evaluate(() => (window as unknown as { printed: string[] }).printed);
}
