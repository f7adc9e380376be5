import type { Cells } from './cells.ts';
import { keyAt, keySpace, placeRows, type Restriction } from './keys.ts';
import { ProductLimit, type Spell } from './product-limit.ts';
import type { Scores } from './variance.ts';

/** The share of one domain to whom the event has not yet happened, by time. */
export interface SurvivalCurve {
	/** The codes of the dimensions asked for, in that order. */
	readonly key: readonly string[];
	/** Respondents used. */
	readonly n: number;
	/** Respondents without a time. */
	readonly missing: number;
	/** Σ w over the respondents used. */
	readonly sumWeights: number;
	/** The times of events and censorings, ascending, each once. */
	readonly times: readonly number[];
	/** Respondents with a time of at least times[i]: those censored then are still at risk. */
	readonly atRisk: readonly number[];
	/** Their sum of weights. */
	readonly weightAtRisk: readonly number[];
	/** S(times[i]). */
	readonly survival: readonly number[];
	/** S(t); 1 before the first event, the last value after the last time. */
	survivalAt(time: number): number;
	/** Respondents with a time of at least t. */
	atRiskAt(time: number): number;
	/**
	 * Taylor scores of S(t), not of its logarithm, added up by cluster; all 0 where S(t) is 0 or 1. Those of
	 * 1 − S(t) are their negatives: the same standard error.
	 */
	scoresAt(time: number): Scores;
	/**
	 * The first t with S(t) ≤ 1 − p; the middle of the step where S is 1 − p (R's survival). A last step
	 * ends at the last time. null when S never falls that far.
	 */
	quantile(p: number): number | null;
}

/**
 * Weighted Kaplan-Meier curves: S(t) = Π_{s≤t} (1 − h_s), h_s = Σ w of the events at s / Σ w at risk at s.
 * R's svykm and, weighted, survfit give the same S.
 *
 * Scores are the exact linearisation of that product in the weighted counts of events and at risk:
 * S(t)·w_i·[Σ_{s≤min(t,T_i)} h_s/(Y_s(1−h_s)) − δ_i·1(T_i≤t)/(Y_{T_i}(1−h_{T_i}))], summed by cluster before
 * the variance is taken. Williams, Lifetime Data Analysis 1 (1995), 171-186; Lumley, Complex Surveys (2010).
 * Under simple random sampling it is Greenwood's formula but for n/(n−1). svykm(se = TRUE) is another
 * estimator, Aalen's exp(−Σh), without the factors 1/(1−h): its errors are smaller where steps are large.
 * @param cells one row for each respondent: wy is w·time, wx is w where the event happened, 0 where censored
 * @param where codes kept, by dimension; an empty list restricts nothing
 * @returns keys in the order of the code lists, those without a row left out; without `by` exactly one, []
 * @throws RangeError when a dimension is unknown, there could be too many keys, the rows are not in order, or
 * one of them holds several respondents
 */
export function survivalCurves(
	cells: Cells,
	by: readonly string[],
	where: Restriction
): SurvivalCurve[] {
	// Refuses dimensions with more keys than numbers can tell apart.
	keySpace(cells, by);
	const place = placeRows(cells, by, where);
	const domains = new Map<number, Domain>();
	if (by.length === 0) domains.set(0, new Domain());
	for (let row = 0; row < cells.length; row++) {
		assertRow(cells, row);
		const at = place[row] ?? -1;
		if (at < 0) continue;
		let domain = domains.get(at);
		if (!domain) domains.set(at, (domain = new Domain()));
		domain.add(cells, row);
	}
	const found = [...domains].sort(([a], [b]) => a - b);
	return found.map(([at, domain]) => domain.curve(keyAt(cells, by, at)));
}

/** The respondents of one key. */
class Domain {
	readonly #spells: Spell[] = [];
	readonly #stratum: number[] = [];
	readonly #cluster: number[] = [];
	readonly #n: number[] = [];
	#missing = 0;

	add(cells: Cells, row: number): void {
		const cluster = cells.cluster[row] ?? 0;
		if (cluster !== this.#cluster.at(-1)) {
			this.#stratum.push(cells.stratum[row] ?? 0);
			this.#cluster.push(cluster);
			this.#n.push(0);
		}
		const last = this.#n.length - 1;
		const weight = cells.w[row] ?? 0;
		if ((cells.n[row] ?? 0) === 0 || weight <= 0) {
			this.#missing += cells.missing[row] ?? 0;
			return;
		}
		this.#n[last] = (this.#n[last] ?? 0) + 1;
		this.#spells.push({
			time: undone((cells.wy[row] ?? 0) / weight),
			isEvent: (cells.wx[row] ?? 0) > weight / 2,
			weight,
			cluster: last
		});
	}

	curve(key: readonly string[]): SurvivalCurve {
		const limit = new ProductLimit(this.#spells);
		const { times, atRisk, weightAtRisk, survival } = limit;
		const design = { stratum: this.#stratum, cluster: this.#cluster, n: this.#n };
		return {
			key,
			n: this.#spells.length,
			missing: this.#missing,
			sumWeights: weightAtRisk[0] ?? 0,
			...{ times, atRisk, weightAtRisk, survival },
			survivalAt: (time) => survival[limit.lastAt(time)] ?? 1,
			atRiskAt: (time) => atRisk[limit.firstFrom(time)] ?? 0,
			scoresAt: (time) => ({ ...design, score: limit.scores(limit.lastAt(time), this.#n.length) }),
			quantile: (p) => stepQuantile(times, survival, p)
		};
	}
}

/**
 * Where a step function that falls from 1 reaches 1 − p, by R's rule (see SurvivalCurve.quantile). It may
 * rise again, as a confidence limit can: the first time counts. NaN stands for no value at a time.
 */
export function stepQuantile(
	times: readonly number[],
	values: readonly number[],
	p: number
): number | null {
	// R's tolerance: the square root of the relative precision of a double.
	const tie = Math.sqrt(Number.EPSILON);
	const first = values.findIndex((value) => value <= 1 - p + tie);
	const from = times[first];
	if (from === undefined) return null;
	if ((values[first] ?? 0) < 1 - p - tie) return from;
	const next = values.findIndex((value) => value < 1 - p - tie);
	const to = times[next === -1 ? times.length - 1 : next] ?? from;
	return (from + to) / 2;
}

/** w·t/w is t but for the last digits, and times that are equal must stay equal. */
function undone(time: number): number {
	const whole = Math.round(time);
	return Math.abs(time - whole) < 1e-9 ? whole + 0 : Number(time.toPrecision(12));
}

function assertRow({ stratum, cluster, n, missing }: Cells, row: number): void {
	if ((n[row] ?? 0) > 1 || (missing[row] ?? 0) > 1) {
		throw new RangeError(`Row ${row} holds several respondents: their times cannot be told apart`);
	}
	if (row === 0) return;
	const step =
		(stratum[row] ?? 0) - (stratum[row - 1] ?? 0) || (cluster[row] ?? 0) - (cluster[row - 1] ?? 0);
	if (step < 0) throw new RangeError(`Row ${row} is not in order of stratum and cluster`);
}
