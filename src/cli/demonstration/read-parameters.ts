import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { DemonstrationParameters } from './parameters.ts';

/** A key of each file that nothing works without: a file in the wrong place shows at once. */
const requiredKey = {
	audit: 'sectors',
	occupations: 'commonSkills',
	skills: 'effects',
	tracer: 'programmes',
	enrolment: 'fields'
} as const;

/**
 * The parameters in data/demonstration.
 *
 * @throws TypeError when a file lacks the key it is known by.
 */
export function readParameters(): DemonstrationParameters {
	const files: Record<string, unknown> = {};
	for (const [name, key] of Object.entries(requiredKey)) {
		const url = new URL(`../../../data/demonstration/${name}.json`, import.meta.url);
		const content: unknown = JSON.parse(readFileSync(fileURLToPath(url), 'utf8'));
		if (typeof content !== 'object' || content === null || !(key in content)) {
			throw new TypeError(`data/demonstration/${name}.json has no “${key}”`);
		}
		files[name] = content;
	}
	// Each file was recognised above; the calibration test holds their values to the data dictionary.
	return files as unknown as DemonstrationParameters;
}
