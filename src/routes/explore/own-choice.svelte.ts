import type { Component } from 'svelte';
import { formatFormQuestion } from '#lib/answers/file-question.ts';
import type { Explorer } from '#lib/state/explore.svelte.ts';
import { keepsOwn } from '#lib/state/own-surveys/hint.ts';
import type { KeptSurvey } from '#lib/state/own-surveys/shelf.ts';
import { explore as words } from '#lib/vocabulary/messages/explore.ts';
import type { SurveyAbsence } from '../own/own-page.browser.ts';
import SurveySelect from './SurveySelect.svelte';

interface AbsentProps {
	absence: SurveyAbsence;
	publication: string;
	heading?: 'h1' | 'h2';
	ondone: () => void;
}

/** The survey that the address of the page asks for, of those that this device keeps. */
export class OwnChoice {
	/** What lists the surveys. */
	readonly Select = SurveySelect;
	readonly #explorer: Explorer;
	#kept = $state.raw<readonly KeptSurvey[]>([]);
	#wanted = $state('');
	#notes = $state.raw<readonly string[]>([]);
	#absence = $state.raw<SurveyAbsence>();
	#Absent = $state.raw<Component<AbsentProps>>();
	#turn = 0;

	constructor(explorer: Explorer) {
		this.#explorer = explorer;
	}

	/** What this device keeps, the latest first. */
	get kept(): readonly KeptSurvey[] {
		return this.#kept;
	}

	/** Id of the survey that is asked for; empty without one. */
	get wanted(): string {
		return this.#wanted;
	}

	/** What of the address could not be followed. */
	get notes(): readonly string[] {
		return this.#notes;
	}

	/** The survey is not on this device. */
	get absence(): SurveyAbsence | undefined {
		return this.#absence;
	}

	/** What says so; fetched when it is needed. */
	get Absent(): Component<AbsentProps> | undefined {
		return this.#Absent;
	}

	/** Opens the survey, and puts the question of the address to it. Never rejects; of several the last counts. */
	async follow(id: string, question: string): Promise<void> {
		const turn = ++this.#turn;
		this.#wanted = id;
		this.#notes = [];
		const kept = id === '' && !keepsOwn() ? [] : await listKept();
		if (turn !== this.#turn) return;
		this.#kept = kept;
		const survey = kept.find((one) => one.id === id);
		if (!survey && this.#explorer.bench?.survey) this.#explorer.close();
		if (!survey && id !== '') await this.#tellAbsent(id, turn);
		else this.#absence = undefined;
		if (survey) await this.#open(survey, question, turn);
	}

	async #open(survey: KeptSurvey, question: string, turn: number): Promise<void> {
		await this.#explorer.openSurvey(survey);
		const { bench, findings } = this.#explorer;
		if (turn !== this.#turn || bench?.survey?.id !== survey.id || question === '') return;
		if (findings && formatFormQuestion(findings.answer.question) === question) return;
		const isPut = await this.#explorer.askText(question);
		if (turn === this.#turn && !isPut) this.#notes = [words.own.questionLost];
	}

	async #tellAbsent(id: string, turn: number): Promise<void> {
		const { default: Absent } = await import('../own/AbsentSurvey.svelte');
		if (turn !== this.#turn) return;
		this.#Absent = Absent;
		this.#absence = { why: 'missing', id };
	}
}

async function listKept(): Promise<readonly KeptSurvey[]> {
	try {
		const { ownShelf } = await import('#lib/state/own-surveys/own-shelf.browser.ts');
		return await (await ownShelf()).list();
	} catch (error) {
		// Where nothing can be kept nothing is.
		console.info(error);
		return [];
	}
}
