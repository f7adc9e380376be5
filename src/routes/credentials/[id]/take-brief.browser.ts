import { countryCode } from '#data/site.json';
import { page } from '$app/state';
import { resolve } from '$app/paths';
import { achievementOf } from '#lib/decisions/achievement.ts';
import type { ExportPlace, Json } from '#lib/decisions/credential-terms.ts';
import { learningModelOf } from '#lib/decisions/learning-model.ts';
import type { BriefEditor } from '#lib/state/saved-briefs-editor.svelte.ts';
import { briefFindings } from '#lib/vocabulary/messages/brief-findings.ts';
import { briefPage as words } from '#lib/vocabulary/messages/brief-page.ts';
import { fileName } from '#lib/exports/file-name.ts';
import { briefAddress } from '../open/brief-place.ts';
import { saveFile } from '../../take-away/save-file.browser.ts';
import { whoseSentence } from './whose.ts';
import { wordDocument } from './word-document.ts';

export type TakenForm = 'word' | 'json' | 'badge' | 'model';

const endings: Readonly<Record<TakenForm, string>> = {
	word: 'doc',
	json: 'json',
	badge: 'jsonld',
	model: 'jsonld'
};
const ids: Readonly<Record<TakenForm, string>> = {
	word: 'brief',
	json: 'brief',
	badge: 'open-badges',
	model: 'learning-model'
};
const types: Readonly<Record<TakenForm, string>> = {
	word: 'application/msword',
	json: 'application/json',
	badge: 'application/ld+json',
	model: 'application/ld+json'
};

/** Hands the brief over as a file. @returns the name of the file */
export function takeBrief(
	{ brief, findings, authored }: BriefEditor,
	form: TakenForm,
	framework: string
): string {
	const base = new URL(resolve('/'), location.origin).href.replace(/\/$/, '');
	const address = base + briefAddress(brief);
	const { country, edition, editionDate } = page.data.site as {
		readonly country: string;
		readonly edition: string;
		readonly editionDate: string;
	};
	const place: ExportPlace = {
		...{ address, framework, country: { code: countryCode, name: country } },
		language: document.documentElement.lang
	};
	// The formats have no field for it: it stands with the notice, in words.
	const unsure = findings
		.filter(({ rule }) => rule === 'evidence-edition' || rule === 'evidence-unchecked')
		.map(({ rule, details }) => briefFindings[rule](details));
	const whose = whoseSentence(authored, edition);
	const notice = [words.accredited, brief.evidence.notice, ...unsure, whose].join(' ').trim();
	const proposed = { ...brief, evidence: { ...brief.evidence, notice } };
	const json = (made: unknown): string => `${JSON.stringify(made, null, '\t')}\n`;
	const said = { framework, country, edition, editionDate };
	const makers: Readonly<Record<TakenForm, () => string>> = {
		word: () => wordDocument(brief, { ...said, ...{ base, address, findings, authored } }),
		json: () => json({ ...brief, authored }),
		badge: () => json(achievementOf(proposed, place) satisfies Json),
		model: () => json(learningModelOf(proposed, place) satisfies Json)
	};
	const name = fileName(
		{ path: `credentials/${brief.id}`, id: ids[form], query: '' },
		endings[form]
	);
	saveFile(new Blob([makers[form]()], { type: types[form] }), name);
	return name;
}
