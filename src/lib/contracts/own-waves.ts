import type { Catalogue, Survey } from './catalogue.ts';
import { ownCatalogue } from './own-catalogue.ts';
import { surveyOfOwn, type OwnSurvey } from './own-survey.ts';

/** An own survey among the waves of the site: under a wave that no other has. */
export interface OwnWave {
	readonly own: OwnSurvey;
	readonly wave: string;
}

/**
 * Names for the waves of own surveys beside those of the site.
 * @param say makes the name of a wave; `nth` counts from 1 those that would have the same
 */
export function nameOwnWaves(
	owns: readonly OwnSurvey[],
	say: (wave: string, nth: number) => string
): OwnWave[] {
	const taken = new Set<string>();
	return owns.map((own) => {
		let nth = 1;
		while (taken.has(say(own.wave, nth))) nth += 1;
		const wave = say(own.wave, nth);
		taken.add(wave);
		return { own, wave };
	});
}

/**
 * The catalogue of the chosen own survey with the other waves of its kind: those of the site and other own ones.
 * Two waves may be compared where the site's data say so of its own, or the owner of either says so.
 */
export function wavesCatalogue(
	site: Catalogue,
	chosen: OwnWave,
	{ others, notice }: { readonly others: readonly OwnWave[]; readonly notice: string }
): Catalogue {
	const base = ownCatalogue(site, chosen.own, notice);
	const [entry] = base.surveys;
	const theirs = site.surveys.filter(({ id }) => id === entry?.id);
	const owns = [chosen, ...others];
	const declared = (of: OwnWave): string[] =>
		of.own.comparableWith.map((one) => owns.find(({ own }) => own.id === one)?.wave ?? one);
	const pairs = owns.flatMap((of) => declared(of).map((other) => [of.wave, other] as const));
	const surveys: Survey[] = [
		...theirs,
		...owns.map(({ own, wave }) => ({
			...surveyOfOwn(own, theirs.at(-1)),
			wave,
			comparableWith: []
		}))
	].map((survey) => ({
		...survey,
		comparableWith: [
			...survey.comparableWith,
			...pairs.flatMap(([a, b]) => (a === survey.wave ? [b] : b === survey.wave ? [a] : []))
		]
	}));
	const waves = surveys.map(({ wave }) => wave).toSorted();
	return {
		...base,
		site: { ...base.site, default: { ...base.site.default, wave: chosen.wave } },
		codeLists: { ...base.codeLists, wave: waves.map((code) => ({ code, label: code })) },
		surveys
	};
}
