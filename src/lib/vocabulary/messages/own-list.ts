import { joinWords } from '#lib/vocabulary/words.ts';

const kinds: Readonly<Record<string, string>> = {
	tracer: 'Follow-up of graduates',
	audit: 'Skills audit',
	enrolment: 'Records of students',
	'labour-force': 'Labour force survey',
	other: 'Other file'
};

/** The page of own surveys: what is kept on this device, and one survey of them. */
export const ownList = {
	title: 'Own surveys on this device',
	lead: 'Files that were imported here. They never leave this device; pages answer from them as from the site’s surveys.',
	withoutScript: 'Own surveys need scripts: the files are read on this device alone.',
	reading: 'Looking at what this device keeps …',
	none: 'Nothing is kept on this device.',
	forbidden:
		'This browser keeps nothing for this site, as in some private windows. Own surveys cannot be kept here.',
	failed: 'What this device keeps could not be read.',
	toData: 'To all data',
	kind: (kind: string) => kinds[kind] ?? kind,
	terms: {
		kind: 'Kind',
		wave: 'Wave',
		universe: 'Covers',
		file: 'File',
		tables: 'Tables',
		kept: 'Kept since',
		dates: 'Asked',
		synthetic: 'Data'
	},
	syntheticYes: 'Made up, as its owner says',
	syntheticNo: 'Real, as its owner says',
	file: (name: string, rows: string, size: string) => `${name}, ${rows} rows, ${size}`,
	fingerprint: (start: string) => `SHA-256 ${start}…`,
	table: (name: string, rows: string) => `${name}: ${rows} rows`,
	dates: (from: string, to: string) => `${from} to ${to}`,
	unknown: 'not said',
	open: 'Show it on the pages',
	about: 'About this survey',
	explore: 'Ask it with SQL',
	pageOf: (page: string, title: string) => `${page}: ${title}`,
	saveFile: 'Save the file as it came',
	saveRecipe: 'Save the recipe',
	copyLink: 'Copy link with recipe',
	copied: 'Link copied. It holds the recipe and the file’s fingerprint, and no row.',
	notCopied: (address: string) => `Copy this address: ${address}`,
	lost: 'The file is no longer there.',
	notRead: 'That could not be done: the device did not give the file out. Try again.',
	remove: 'Delete …',
	removeAsk: (title: string) =>
		`Delete “${title}” from this device, with its file, its recipe and its figures? This cannot be undone.`,
	removeYes: 'Delete for good',
	removeNo: 'Keep it',
	removed: (title: string) => `“${title}” is deleted.`,
	room: 'Room on this device',
	used: (used: string, quota: string) => `This site uses ${used} of the ${quota} it may use.`,
	usedUnknown: 'This browser does not tell how much room there is.',
	persisted: 'The browser has promised to keep it.',
	notPersisted:
		'The browser may delete it when room gets scarce, or, in some browsers, after weeks without a visit.',
	persist: 'Ask the browser to keep it',
	persistYes: 'The browser has promised to keep it.',
	persistNo:
		'The browser did not promise. It decides by how often you visit; keep the file and the recipe elsewhere too.',
	persistUnknown: 'This browser cannot be asked.',
	gone: (id: string) => `There is no survey ${id} on this device.`,

	compareTitle: 'Beside the site’s survey',
	compareFinding: (own: string, site: string) => `“${own}” beside the site’s ${site}`,
	compareWhat: (universe: string) =>
		`The same measures, worked out in the same way. The two ask different people${universe === '' ? '' : ` (yours: ${universe})`}, so no difference between them is drawn.`,
	compareOwn: 'yours',
	compareSite: 'the site’s',
	compareMeasure: 'Measure',
	compareSurvey: 'Survey',
	compareValue: 'Value',
	compareLabel: 'Measures, each from both surveys',
	compareCaption: (own: string, site: string) => `Measures of ${own} and of ${site}`,
	compareSource: (own: string, site: string) => `${own} ${site}`,
	compareNone: 'The two surveys have no measure in common.',
	comparing: 'Working out the measures of both surveys …',
	compareFailed: 'The measures could not be worked out.',

	comparableTitle: 'Waves that may be compared',
	comparableHelp:
		'Between waves a change is drawn only where you say that both put the same questions to the same kind of people. Nothing is assumed.',
	comparableWith: (title: string, wave: string) => `Comparable with ${title}, ${wave}`,
	declared: 'Kept: pages follow it from now on.',
	comparableNone: 'There is no other wave of this kind.',
	waves: (waves: readonly string[]) => joinWords(waves)
} as const;
