/** What a candidate is called: by its skills, since no course name is invented. */
export const candidateWords = {
	name: (skill: string, more: number) =>
		more === 0 ? skill : `${skill} and ${more} more ${more === 1 ? 'skill' : 'skills'}`,
	ofSector: (name: string, sector: string) => `${name} (${sector})`
} as const;
