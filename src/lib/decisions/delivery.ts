/**
 * How a skill can be taught, as `delivery` of data/skills.csv says it: with the hands alone; partly apart from the
 * site; wholly.
 */
export const deliveries = {
	hands: 'practical on site',
	partly: 'blended',
	apart: 'remote possible'
} as const;
