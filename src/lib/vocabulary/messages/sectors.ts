/** All sectors beside each other. */
export const sectors = {
	name: 'Sectors',
	/** `top` can't be told apart from the highest; each is a label inside a sentence. */
	titleTop: (top: string) => `Workers fall short most often in ${top}`,
	titleOpen: (count: number) =>
		`No sector stands out: ${count} can’t be told apart from the one that falls short most often`,
	titleFew: 'Too few answers to compare sectors',
	/** Nothing stands out of one. */
	only: (sector: string) => `Only ${sector} has enough answers to be shown`,
	/** The reader chose one sector. */
	titleOne: (sector: string, share: string) =>
		`Workers in ${sector} are below the required level in ${share} of ratings`,
	titleOneFew: (sector: string) => `Too few answers in ${sector}`,
	oneIncidence: (sector: string, share: string) =>
		`${sector}: below the required level in ${share} of ratings`,
	oneAttainment: (sector: string, share: string) => `${sector}: ${share} of what jobs require`,
	oneFew: (sector: string) => `${sector}: too few answers to show`,
	titleEngine: 'The published tables do not hold this view of the sectors',
	lead: (professional: string, other: string) =>
		`Managers, professionals and technicians are below the level their job requires in ${professional} of the skills they were rated on, other workers in ${other}.`,
	where: (wave: string) => `in the ${wave} skills audit`,
	incidenceTop: (top: string) => `Ratings below the required level are most frequent in ${top}`,
	incidenceOpen: 'No sector stands out at the top',
	incidenceWhat: (definition: string) =>
		`${definition} All skills of a sector together; neighbouring sectors often can’t be told apart.`,
	incidenceCaption: (wave: string) => `Share below the required level by sector, ${wave}`,
	attainmentTitle: (best: string, value: string) =>
		`Attainment is highest in ${best}: ${value} of what jobs require`,
	attainmentAmong: (best: string) => `Attainment is highest in ${best}, which can’t be told apart`,
	attainmentOpen: 'Several sectors share the highest attainment',
	attainmentCaption: (wave: string) => `Attainment by sector, ${wave}`,
	positionClear: 'Managers, professionals and technicians fall short more often than other workers',
	positionReverse: 'Other workers fall short more often than professionals',
	positionUnclear: 'Professionals and other workers can’t be told apart',
	positionFew: 'Too few answers to compare professionals and other workers',
	positionOnly: (position: string) => `${position} alone are shown`,
	positionWhat: (definition: string, sectors: string, comparisons: number) =>
		sectors === ''
			? definition
			: `${definition} Taken sector by sector and all at once (level corrected for ${comparisons} comparisons), professionals fall short more often in ${sectors}.`,
	positionCaption: (wave: string) =>
		`Share below the required level by sector and kind of work, ${wave}`,
	everySector: 'every sector',
	everyShown: 'every sector shown',
	position: 'Kind of work',
	sector: 'Sector',
	share: 'Share below',
	attainment: 'Attainment',
	label: 'Sectors, largest share first',
	attainmentLabel: 'Sectors, highest attainment first',
	positionLabel: 'Sectors by share below the required level',
	read: 'share, 95% interval',
	all: 'All sectors',
	others: 'other sectors',
	list: 'Every sector'
} as const;
