import {
	exportFormats,
	modes,
	qualificationTypes,
	schedules,
	hourKinds,
	type Brief,
	type BriefItem
} from '#lib/decisions/brief-record.ts';
import { briefItems as labels } from '#lib/vocabulary/messages/brief-items.ts';
import { briefPageItems } from '#lib/vocabulary/messages/brief-page-items.ts';
import { capitalised } from '#lib/vocabulary/words.ts';

const words = briefPageItems.fields;

/** A field of the form of an item. `path` leads into the brief, or into a row of it. */
export type ItemField = { readonly path: string; readonly label: string } & (
	| { readonly kind: 'text' | 'long' | 'number' | 'lines' | 'numbers' }
	| { readonly kind: 'choice' | 'ticks'; readonly options: readonly Option[] }
	| { readonly kind: 'rows'; readonly columns: readonly RowField[]; readonly blank: object }
);

export interface Option {
	readonly value: string;
	readonly label: string;
}

export interface RowField {
	readonly path: string;
	readonly label: string;
	readonly kind: 'text' | 'long' | 'number';
}

const text = (path: string, label: string) => ({ kind: 'text', path, label }) as const;
const long = (path: string, label: string) => ({ kind: 'long', path, label }) as const;
const number = (path: string, label: string) => ({ kind: 'number', path, label }) as const;
const lines = (path: string, label: string) => ({ kind: 'lines', path, label }) as const;

function choice(path: string, label: string, values: Readonly<Record<string, string>>): ItemField {
	return { kind: 'choice', path, label, options: optionsOf(Object.keys(values), values) };
}

function optionsOf(ids: readonly string[], names: Readonly<Record<string, string>>): Option[] {
	return ids.map((value) => ({ value, label: capitalised(names[value] ?? value) }));
}

function pick(ids: readonly string[], names: Readonly<Record<string, string>>) {
	return Object.fromEntries(ids.map((id) => [id, names[id] ?? id]));
}

/** The form of each item. The figures themselves are not edited: they are the survey's. */
export const itemFields: Readonly<Record<BriefItem, (brief: Brief) => readonly ItemField[]>> = {
	title: () => [text('title', words.title)],
	purpose: () => [long('purpose.what', words.what), long('purpose.audience', words.audience)],
	evidence: () => [long('evidence.remark', words.remark)],
	skills: () => [
		{
			...{ kind: 'rows', path: 'skills', label: words.skill },
			columns: [text('label', words.label), number('from', words.from), number('to', words.to)],
			blank: { id: '', label: '', uri: '', from: 2, to: 3 }
		}
	],
	outcomes: () => [
		{
			...{ kind: 'rows', path: 'outcomes', label: words.outcome },
			columns: [
				...[text('verb', words.verb), text('object', words.object)],
				text('condition', words.condition),
				...[long('standard', words.standard), long('assessment', words.assessment)]
			],
			blank: { skill: '', verb: '', object: '', condition: '', standard: '', assessment: '' }
		}
	],
	volume: () => hourKinds.map((kind) => number(`volume.${kind}`, capitalised(labels.hours[kind]))),
	level: () => [
		number('level.proposed', words.proposed),
		choice('level.track', words.track, labels.tracks)
	],
	duration: () => [
		number('duration.weeks', words.weeks),
		choice('duration.schedule', words.schedule, pick(schedules, labels.schedules))
	],
	mode: () => [
		choice('mode.mode', words.mode, pick(modes, labels.modes)),
		...[long('mode.delivery', words.delivery), long('mode.power', words.power)],
		...[long('mode.data', words.data), long('mode.terrain', words.terrain)]
	],
	entry: () => [
		long('entry.requirement', words.requirement),
		...[long('entry.rpl', words.rpl), long('entry.rcc', words.rcc)],
		lines('entry.evidence', words.evidence)
	],
	assessment: () => [
		long('assessment.standard', words.assessmentStandard),
		long('assessment.delivery', words.assessmentDelivery)
	],
	stacking: () => [
		long('stacking.qualification', words.qualification),
		choice('stacking.type', words.type, pick(qualificationTypes, labels.types)),
		number('stacking.credits', words.credits),
		...[long('stacking.cat', words.cat), long('stacking.overlap', words.overlap)]
	],
	quality: () => [
		long('quality.internal', words.internal),
		long('quality.external', words.external)
	],
	capacity: () => [
		text('capacity.provider', words.provider),
		text('capacity.status', words.status),
		long('capacity.people', words.people),
		...[long('capacity.equipment', words.equipment), long('capacity.site', words.site)]
	],
	cost: ({ cost }) => [
		number('cost.perLearner', words.perLearner(cost.currency)),
		...[long('cost.basis', words.basis), long('cost.payer', words.payer)]
	],
	inclusion: () => [
		long('inclusion.women', words.women),
		...[long('inclusion.rural', words.rural), long('inclusion.disability', words.disability)]
	],
	review: () => [number('review.months', words.months), long('review.trigger', words.trigger)],
	tracer: () => [
		{ kind: 'numbers', path: 'tracer.months', label: words.tracerMonths },
		lines('tracer.outcomes', words.tracerOutcomes)
	],
	risks: () => [
		{
			...{ kind: 'rows', path: 'risks', label: words.risk },
			columns: [long('risk', words.risk), long('response', words.response)],
			blank: { risk: '', response: '' }
		}
	],
	exports: () => [
		{
			...{ kind: 'ticks', path: 'exports', label: words.exports },
			options: optionsOf(exportFormats, labels.formats)
		}
	]
};
