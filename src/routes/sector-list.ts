import text from '#data/code-lists/sector.csv?raw';

/** Code and label of every sector. The page for a missing address has no data of its own to read them from. */
export const sectors = text
	.split(/\r?\n/)
	.slice(1)
	.filter((line) => line !== '')
	.map((line) => {
		const [code = '', label = ''] = line.split(',');
		return { code, label };
	});
