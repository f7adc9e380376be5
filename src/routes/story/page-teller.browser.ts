import { compareAsked, type Agreement } from '#lib/answers/agreement.ts';
import type { AskContext, CellMaker } from '#lib/answers/ask.ts';
import type { View } from '#lib/vocabulary/view.ts';
import type { OwnPage } from '../own/own-page.browser.ts';
import type { Teller } from './story.ts';

export type Tell<Story> = (view: View, teller: Teller) => Promise<Story>;

/** What answers beside the published tables, or in their place. */
interface Answering {
	/** DuckDB, where it runs. */
	readonly maker: CellMaker | undefined;
	readonly own: OwnPage | undefined;
}

interface Code<Story> {
	readonly tellerHere: typeof import('./tell-here.browser.ts').tellerHere;
	readonly tellerOver: typeof import('./tell-here.browser.ts').tellerOver;
	readonly story: Tell<Story>;
}

/** Tells the story of a page on this device, with code that is fetched when it is first needed. */
export class PageTeller<Story> {
	readonly #loadTell: () => Promise<Tell<Story>>;
	/** Kept as it is: to ask for a module again takes a turn of the browser's, although it is there. */
	#code: Code<Story> | undefined;
	/** What the story that was told last asked, so that DuckDB can be asked the same. */
	#told: { readonly view: View; readonly teller: Teller; readonly code: Code<Story> } | undefined;

	constructor(loadTell: () => Promise<Tell<Story>>) {
		this.#loadTell = loadTell;
	}

	/**
	 * @param publication path of what the site has published
	 * @throws Error when something does not arrive, or the survey of this device that is chosen cannot tell the page
	 */
	async tell(view: View, publication: string, { maker, own }: Answering): Promise<Story> {
		if (own?.absence) throw new Error(own.absence.why);
		const code = (this.#code ??= await this.#load());
		const teller = own?.context
			? code.tellerOver(own.context)
			: await code.tellerHere(publication, maker);
		const found = await code.story(view, teller);
		this.#told = { view, teller, code };
		return found;
	}

	/** What was told last, told again with another context: as it may leave the device. */
	async retell(context: AskContext): Promise<Story> {
		const told = this.#told;
		if (!told) throw new Error('Nothing was told yet');
		return told.code.story(told.view, told.code.tellerOver(context));
	}

	/**
	 * How far DuckDB agrees with what was told, once it is asked the same.
	 * @param view the one that stands
	 * @returns undefined when another View was told last
	 */
	check(view: View, publication: string, maker: CellMaker): (() => Promise<Agreement>) | undefined {
		const told = this.#told;
		if (told?.view !== view) return undefined;
		const { teller, code } = told;
		return async () => {
			const computed = await code.tellerHere(publication, maker, 'engine');
			await code.story(view, computed);
			return compareAsked(teller.asked, computed.asked);
		};
	}

	async #load(): Promise<Code<Story>> {
		const [{ tellerHere, tellerOver }, story] = await Promise.all([
			import('./tell-here.browser.ts'),
			this.#loadTell()
		]);
		return { tellerHere, tellerOver, story };
	}
}
