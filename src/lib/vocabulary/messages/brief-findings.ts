type Details = Readonly<Record<string, string | number>>;

/** A skill by its name; by its place where it has none. */
function skillName(label: string | number = '', row: string | number = ''): string {
	return `${label}`.trim() === '' ? `Skill ${row}` : `“${label}”`;
}

/** Findings as sentences for the person, by rule. */
export const briefFindings = {
	'title-missing': () => 'The title is missing.',
	'title-word': ({ word }) => `A short course may not have “${word}” in its title.`,
	'purpose-missing': () => 'Say what the course is for, and for whom.',
	'evidence-missing': () => 'There is no evidence of need.',
	'evidence-refused': ({ label }) =>
		`The figure “${label}” is withheld or rests on too few answers: a brief can’t rest on it.`,
	'evidence-low-n': ({ label, n }) =>
		n === undefined
			? `Few answers in one of the groups: “${label}”.`
			: `Few answers: “${label}” rests on ${n}.`,
	'evidence-imprecise': ({ label }) => `“${label}” is imprecise.`,
	'evidence-altered': ({ label }) =>
		`“${label}” is not as this edition of the site has it. Undo item 3 to take its figures.`,
	'evidence-left-out': ({ label }) =>
		`This edition has figures that the brief leaves out: ${label}. Undo item 3 to take them.`,
	'evidence-foreign': ({ label }) =>
		`“${label}” is no figure that this page drafts. Undo item 3 to take those of this edition, or open the brief under the filters that it was drafted for.`,
	'evidence-edition': ({ edition }) =>
		edition === ''
			? 'The brief does not say of which edition its figures are: this site can’t check them.'
			: `The figures are those of edition ${edition}: this site can’t check them.`,
	'evidence-unchecked': () =>
		'This edition has no such course: none of the figures can be checked here.',
	'evidence-synthetic': () => 'The figures are synthetic: they are no evidence of need.',
	'comparison-open': ({ label }) =>
		`“${label}” compares what can’t be told apart: its interval spans zero.`,
	'skills-missing': () => 'At least one skill is needed.',
	'skill-levels': ({ label, row }) =>
		`${skillName(label, row)} has to lead to a higher level than it starts from.`,
	'skill-unnamed': ({ row }) => `Skill ${row} has no name.`,
	'skill-scale': ({ label, row, least, most }) =>
		`${skillName(label, row)}: levels of proficiency are whole numbers from ${least} to ${most}.`,
	'outcomes-missing': () => 'At least one learning outcome is needed.',
	'outcome-incomplete': ({ row }) => `Outcome ${row} needs a verb, an object and a standard.`,
	'outcome-unconditioned': ({ row }) =>
		`Outcome ${row} does not say under which condition it is shown: with what help, in which cases.`,
	'outcome-unassessed': ({ row }) => `Outcome ${row} has no assessment.`,
	'no-hours': ({ most }) =>
		`Notional hours have to be above zero and no more than ${Number(most).toLocaleString('en')}, and none of them negative.`,
	'credits-differ': ({ credits, hours }) =>
		`${credits} credits do not fit ${hours} hours: ten hours are one credit.`,
	'assessment-hours': () =>
		'No hours are set aside for assessment, which no short course may do without.',
	'larger-than-cap': ({ credits, most }) =>
		`${credits} credits: larger than the cap of ${most} that New Zealand sets for a micro-credential.`,
	'level-beyond': ({ level, least, most }) =>
		`Level ${level} lies outside ${least} to ${most}, which the occupations suggest: say why in the file.`,
	'level-outside': ({ level }) => `Level ${level} is none of 1 to 10.`,
	'level-track': ({ level }) =>
		`A professional development award stands at level 6 to 10, not ${level}.`,
	'level-type': ({ level, type }) => `Level ${level} has no ${type}.`,
	'too-long': ({ weeks, most }) => `${weeks} weeks are more than the ${most} of two years.`,
	'hours-a-week': ({ hours, weeks }) =>
		`${hours} hours a week for ${weeks} weeks are more than full time.`,
	'too-short': ({ least }) => `A course takes ${least} weeks or more.`,
	'mode-missing': () => 'Say how it is delivered, and what that needs of power, data and terrain.',
	'entry-missing': () =>
		'Say who may enter, and how prior learning and certificates are recognised.',
	'assessment-missing': () => 'Assessment is mandatory: say the standard, and how it is delivered.',
	'stacking-missing': () => 'Say which qualification it counts towards, and what it overlaps with.',
	'stacking-credits': ({ most }) => `It can’t count for more credits than it has: ${most} at most.`,
	'quality-missing': () => 'Quality assurance has to be internal and external, both.',
	'capacity-missing': () =>
		'Say who offers it and whether they are accredited, who teaches, with what equipment, where.',
	'cost-missing': () => 'Say what a learner’s place costs, and who pays.',
	'inclusion-missing': () => 'Say how women, rural people and people with disabilities get in.',
	'review-outside': ({ least, most }) => `The review falls within ${least} to ${most} months.`,
	'review-missing': () => 'Say what brings the review forward.',
	'tracer-missing': () => 'Say when learners are asked again, and what.',
	'tracer-months': ({ most }) => `Learners are asked again within 1 to ${most} months.`,
	'risks-missing': () => 'Name at least one risk.',
	'exports-missing': () => 'Choose at least one format to export.'
} as const satisfies Readonly<Record<string, (details: Details) => string>>;

/** What opening a brief of an older version changed. */
export const briefChanges = {
	added: (item: string) => `${item}: new since this brief was saved; filled in blank.`,
	replaced: (item: string, was: string) => `${item}: could not be kept as it was: ${was}`,
	cleaned: (item: string, codes: string) =>
		`${item}: characters that nobody sees were taken out (${codes}).`,
	site: (item: string, was: string) =>
		`${item}: stands in the words of this edition; the file said: ${was}`,
	dropped: (item: string, was: string) => `${item}: no longer part of a brief; it said: ${was}`,
	edition: (was: string, now: string) =>
		was === ''
			? `It does not say of which edition of the data it is; this site has edition ${now}. The figures were kept as they were.`
			: `Made from edition ${was} of the data; this site has edition ${now}. The figures were kept as they were.`
} as const;
