/** Words of an import. */
export const importWords = {
	/** By what a row is, whom a count is about, until the person says it better. */
	universe: {
		graduate: 'graduates in the file',
		establishment: 'establishments in the file',
		worker: 'workers in the file',
		'worker-skill': 'workers in the file',
		student: 'students in the file',
		'head-count': 'students in the file',
		person: 'people in the file',
		aggregate: 'rows of the file',
		row: 'rows of the file'
	},
	/** What a column with personal data looks like. */
	personal: {
		name: 'names of people',
		phone: 'phone numbers',
		'identity-number': 'identity numbers',
		email: 'e-mail addresses',
		address: 'addresses',
		'birth-date': 'dates of birth',
		coordinates: 'places on a map'
	}
} as const;
