import { briefExports as words } from '#lib/vocabulary/messages/brief-items.ts';
import { hourKinds, type Brief, type BriefOutcome } from './brief-record.ts';

/** What the credential formats need beside the brief. */
export interface ExportPlace {
	/** Where the brief stands; names of its parts are made from it. */
	readonly address: string;
	/** Of the qualifications framework. */
	readonly framework: string;
	readonly country: { readonly code: string; readonly name: string };
	/** BCP 47 tag of the language that the brief is written in. */
	readonly language: string;
}

/** JSON, as it is written into a file. */
export type Json =
	string | number | boolean | null | readonly Json[] | { readonly [name: string]: Json };

/** The name of a part of the brief. */
export function partOf({ address }: ExportPlace, part: string): string {
	return `${address.split('#')[0]}#${part}`;
}

/** The name of a vocabulary: an identifier that nothing here ever asks for. */
export function nameOf(path: string, scheme: 'http' | 'https'): string {
	return scheme === 'http' ? `http://${path}` : `https://${path}`;
}

export function hoursOf({ volume }: Brief): number {
	return hourKinds.reduce((sum, kind) => sum + volume[kind], 0);
}

/** Hours as an ISO 8601 duration: `PT60H`, `PT7H30M`. */
export function durationOf(hours: number): string {
	const minutes = Math.round(hours * 60);
	const rest = minutes % 60;
	return `PT${Math.floor(minutes / 60)}H${rest === 0 ? '' : `${rest}M`}`;
}

/** Weeks as a duration of XML Schema, which has days and no weeks: `P56D`. */
export function calendarOf(weeks: number): string {
	return `P${Math.round(weeks * 7)}D`;
}

/** A number as plain decimals, to a millionth: no exponent. */
export function decimal(value: number): string {
	return value.toFixed(6).replace(/\.?0+$/, '');
}

/** An outcome as one phrase. */
export function phraseOf({ verb, object, condition }: BriefOutcome): string {
	return words.outcome(`${verb} ${object}`.trim(), condition.trim());
}

/** Sentences as one paragraph; blank ones are left out. */
export function paragraph(...sentences: readonly string[]): string {
	return sentences
		.map((sentence) => sentence.trim())
		.filter((sentence) => sentence !== '')
		.join(' ');
}
