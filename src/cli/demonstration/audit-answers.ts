import type { Worker } from './audit-workers.ts';
import { isProfessional } from './audit-workers.ts';
import type { Cell } from '#lib/exports/csv-text.ts';
import type {
	DemonstrationParameters,
	Shares,
	SkillEffect,
	SkillParameters,
	SkillsParameters
} from './parameters.ts';
import type { Random } from './random.ts';
import { clamped, rounded } from './whole-numbers.ts';

export const auditSkillColumns = [
	'wave',
	'establishment',
	'worker',
	'sector',
	'district_group',
	'size_band',
	'occupation',
	'sex',
	'residence',
	'age',
	'isced_level',
	'skill',
	'importance',
	'proficiency_required',
	'proficiency_attained',
	'rater',
	'stratum',
	'cluster',
	'weight',
	'synthetic'
] as const;

export interface Levels {
	readonly importance: number;
	readonly required: number;
	readonly attained: number;
}

/** Draws what is asked of a worker and what is answered, skill by skill. */
export class SkillAnswers {
	readonly #effects = new Map<string, readonly SkillEffect[]>();

	constructor(
		readonly parameters: DemonstrationParameters,
		readonly random: Random
	) {}

	/** The skills of the worker's occupation, then those common to the major group, each once. */
	skillsOf(worker: Worker): readonly string[] {
		const { occupations, audit } = this.parameters;
		const common = occupations.commonSkills[worker.occupation.code.slice(0, 1)] ?? [];
		const skills = [...new Set([...worker.occupation.skills, ...common])];
		return skills.slice(0, audit.skillsPerWorker);
	}

	levels(worker: Worker, skill: string): Levels {
		const { audit, occupations, skills } = this.parameters;
		const settings = skills.skills[skill];
		if (!settings) throw new RangeError(`No parameters for skill ${skill}`);
		const shift = occupations.requiredShift[worker.occupation.code.slice(0, 1)] ?? 0;
		const required = level(settings.required + shift + this.random.around(15));
		const importance = level(settings.importance + this.random.around(15));
		const professional = isProfessional(worker.occupation.code);
		if (this.random.perMille(this.#chanceShort(worker, skill, settings))) {
			const depth = settings.depth + (professional ? audit.professionalDepth : 0);
			const below = this.#levelsBelow(depth);
			const needed = Math.max(required, below + 1);
			return { importance, required: needed, attained: needed - below };
		}
		const above = required < 5 && this.random.perMille(settings.surplus) ? 1 : 0;
		return { importance, required, attained: required + above };
	}

	#chanceShort(worker: Worker, skill: string, settings: SkillParameters): number {
		const { audit } = this.parameters;
		const { sector } = worker.workplace;
		const sectorSettings = audit.sectors[sector] ?? audit.takenWhole;
		let chance =
			settings.short + sectorSettings.shortfallShift + worker.workplace.effect + worker.effect;
		if (isProfessional(worker.occupation.code)) chance += audit.professionalShift;
		for (const effect of this.#effectsOn(sector, skill)) {
			if (effect.sex !== undefined && effect.sex !== worker.sex) continue;
			if (effect.residence && !effect.residence.includes(worker.residence)) continue;
			chance += effect.short;
		}
		return clamped(chance, 15, 940);
	}

	#effectsOn(sector: string, skill: string): readonly SkillEffect[] {
		const key = `${sector} ${skill}`;
		const known = this.#effects.get(key);
		if (known) return known;
		const found = effectsOn(this.parameters.skills, sector, skill);
		this.#effects.set(key, found);
		return found;
	}

	/** One to three levels, on average about depth / 100. */
	#levelsBelow(depth: number): number {
		const whole = Math.floor(depth / 100);
		const levels = whole + (this.random.below(100) < depth - whole * 100 ? 1 : 0);
		const scatter = this.random.below(10);
		return clamped(levels + (scatter === 0 ? 1 : scatter === 1 ? -1 : 0), 1, 3);
	}
}

function effectsOn(parameters: SkillsParameters, sector: string, skill: string): SkillEffect[] {
	return parameters.effects.filter(
		(effect) =>
			effect.skills.includes(skill) && (!effect.sectors || effect.sectors.includes(sector))
	);
}

function level(tenths: number): number {
	return clamped(rounded(tenths, 10), 1, 5);
}

/** What each worker left blank, per mille: the background once, the levels skill by skill. */
export function workerCells(worker: Worker, missing: Shares, random: Random): Cell[] {
	const blank = (name: string): boolean => random.perMille(missing[name] ?? 0);
	return [
		worker.occupation.code,
		worker.sex,
		blank('residence') ? null : worker.residence,
		blank('age') ? null : worker.age,
		blank('isced_level') ? null : worker.schooling
	];
}
