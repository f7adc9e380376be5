/** Which fields of study feed which sectors. A sector or a field is a label inside a sentence. */
export const enrolmentSectors = {
	/** Where graduates in work are: of the tracer study. */
	reachedFirst: (sector: string, field: string) =>
		`Work in ${sector} is most frequent among graduates in ${field}`,
	reachedNext: (sector: string, field: string) => `work in ${sector}, among those in ${field}`,
	reachedOpen: (sectors: string) => `No field stands out as the one that leads to ${sectors}`,
	reachedFew: 'Too few graduates to compare fields',
	reachedOne: (field: string, shares: string) => `Of graduates in ${field} in work, ${shares}`,
	reachedShare: (share: string, sector: string) => `${share} are in ${sector}`,
	reachedWhat: (wave: string, open: string) =>
		`Graduates in work by the sector of their job, from the tracer study of ${wave}: a sample, so shares have 95% intervals. Fields are compared at a level corrected for the number of them.${open}`,
	reachedUnclear: (sectors: string) =>
		` For ${sectors} no field can be told apart from all others.`,
	reachedHome: ' The home chosen is that before studying.',
	reachedLabel: 'Fields of study, largest share in a target sector first',
	reachedCaption: (wave: string) =>
		`Graduates in work in each target sector by field, tracer study ${wave}`,
	share: 'Share in the sector',
	/** Which fields could feed the occupations of a sector. */
	supplyTitle: (field: string, count: string, sectors: string) =>
		`Graduates in ${field} (up to ${count}) could feed ${sectors}, each of them one sector`,
	supplyOne: (field: string, count: string, sector: string) =>
		`Graduates in ${field} (up to ${count}) could feed ${sector}`,
	supplyWhat: (when: string) =>
		`Graduates of ${when} in fields that lead to occupations of the sector’s skills; those that lead to most of its occupation groups stand first. Each number is an upper bound: one graduate may suit several sectors, so numbers of different sectors are never added. Whether they go there is another question; the figure above answers it.`,
	supplySource: (source: string) =>
		`${source} Map of occupations and fields: ours, after Montt 2015.`,
	supplyCaption: (when: string) => `Graduates who could feed each target sector, by field, ${when}`,
	supplyKey: 'graduates, at most',
	graduates: 'Graduates, at most',
	women: 'Women’s share',
	occupations: 'Through occupations',
	womenOf: (share: string) => `${share} women`,
	groups: (count: number, of: number) => `${count} of ${of} occupation groups`,
	supplyLabel:
		'Fields of study by sector, those that lead to the most occupation groups of the sector first',
	sector: 'Sector',
	supplyNoneTitle: 'No field shown leads to a target sector',
	supplyNone: 'The map of occupations and fields has no way from the fields shown to these sectors.'
} as const;
