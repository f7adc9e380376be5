import { resolve } from '$app/paths';
import type { OwnKind } from '#lib/contracts/own-survey.ts';
import { frame } from '#lib/vocabulary/messages/frame.ts';

/** The pages that tell of a kind of survey, the first of all first; every kind can be asked on the last. */
export function pagesOfKind(
	kind: OwnKind
): readonly { readonly to: string; readonly text: string }[] {
	return [...storiesOfKind(kind), { to: resolve('/explore'), text: frame.nav.explore }];
}

function storiesOfKind(kind: OwnKind): readonly { readonly to: string; readonly text: string }[] {
	const { nav } = frame;
	if (kind === 'tracer') {
		return [
			{ to: resolve('/graduates'), text: nav.graduates },
			{ to: resolve('/equity'), text: nav.equity }
		];
	}
	if (kind === 'enrolment') {
		return [
			{ to: resolve('/enrolment'), text: nav.enrolment },
			{ to: resolve('/equity'), text: nav.equity }
		];
	}
	if (kind !== 'audit') return [];
	return [
		{ to: resolve('/'), text: nav.overview },
		{ to: resolve('/sectors'), text: nav.sectors },
		{ to: resolve('/equity'), text: nav.equity },
		{ to: resolve('/credentials'), text: nav.credentials },
		{ to: resolve('/providers'), text: nav.providers }
	];
}
