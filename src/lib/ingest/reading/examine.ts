import type { Examined } from './reading.ts';
import { openFile } from './source/open-file.ts';
import { examineText } from './text/examine-text.ts';

/**
 * Looks at a file and says how to read it, and why so.
 * @throws ProblemError with one sentence: what is wrong, and where
 */
export async function examineFile(blob: Blob, name: string): Promise<Examined> {
	const { gzip, content, format } = await openFile(blob, name);
	return (await examinerOf(format))(content, name, gzip);
}

async function examinerOf(format: 'text' | 'xlsx' | 'sav') {
	if (format === 'xlsx') return (await import('./workbook/examine-workbook.ts')).examineWorkbook;
	return format === 'sav' ? (await import('./spss/spss-parts.ts')).examineSpss : examineText;
}
