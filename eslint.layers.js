/**
 * The folders of src/lib in the order in which data flows. A folder may import those before it.
 * src/routes and src/cli may import all of them; nothing may import src/routes or src/cli.
 */
export const folders = [
	'vocabulary',
	'contracts',
	'warehouse',
	'ingest',
	'indicators',
	'survey',
	'disclosure',
	'answers',
	'decisions',
	'charts',
	'exports',
	'state'
];

/** Folders that know about Svelte. The rest is plain TypeScript and runs anywhere. */
const svelteFolders = ['charts', 'state'];

/** Packages that exactly one folder may touch, by a pattern of their names. */
const soleOwner = {
	papaparse: 'ingest',
	'@noble/hashes': 'ingest',
	hucre: 'ingest',
	'@duckdb/duckdb-wasm': 'warehouse',
	'@duckdb/node-api': 'warehouse',
	'apache-arrow': 'warehouse',
	'd3-[a-z]+': 'charts'
};

const noDollarLib = { regex: '^\\$lib(/|$)', message: 'Write #lib/…; SvelteKit 3 has no $lib.' };
const noParent = { regex: '^\\.\\./', message: 'Leave a folder by #lib/…, never by ../' };

/** @param {string} folder which folder of src/lib imports; '' for src/routes and src/cli */
function ownedElsewhere(folder) {
	return Object.entries(soleOwner)
		.filter(([, owner]) => owner !== folder)
		.map(([name, owner]) => ({ regex: `^${name}(/|$)`, message: `Only ${owner}/ imports it.` }));
}

/** @param {string} folder */
function forbidden(folder) {
	const allowed = folders.slice(0, folders.indexOf(folder) + 1);
	return [
		noDollarLib,
		noParent,
		{
			regex: `^#lib/(?!(${allowed.join('|')})/)`,
			message: `${folder}/ may import only: ${allowed.join(', ')} (eslint.layers.js).`
		},
		...(svelteFolders.includes(folder)
			? []
			: [{ regex: '^(svelte|\\$app)(/|$)', message: `${folder}/ is plain TypeScript.` }]),
		...ownedElsewhere(folder)
	];
}

/** @param {{ regex: string; message: string }[]} patterns */
const restrict = (patterns) => ({
	'no-restricted-imports': /** @type {['error', object]} */ (['error', { patterns }])
});

export const layerRules = [
	{
		files: ['src/routes/**/*.{ts,svelte}', 'src/cli/**/*.ts'],
		rules: restrict([noDollarLib, ...ownedElsewhere('')])
	},
	...folders.map((folder) => ({
		files: [`src/lib/${folder}/**/*.{ts,svelte}`],
		ignores: ['**/*.test.ts'],
		rules: restrict(forbidden(folder))
	}))
];
