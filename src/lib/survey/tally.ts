import type { Cells } from './cells.ts';
import { assertOrder } from './order.ts';
import { keyAt, keySpace, placeRows, type Restriction } from './keys.ts';

/**
 * The sums of one domain: all that an estimate and its standard error need.
 * y is the numerator and x the denominator of one respondent, w the weight.
 */
export interface Tally {
	/** The codes of the dimensions asked for, in that order. */
	readonly key: readonly string[];
	/** Respondents used; one who has several rows counts once. */
	readonly n: number;
	/** Respondents without a row that is used, of whom an answer is missing. */
	readonly missing: number;
	/** Σ w over respondents. */
	readonly sumWeights: number;
	/** Σ w·y and Σ w·x. */
	readonly y: number;
	readonly x: number;
	/** Σ w·y², Σ w·x·y and Σ w·x² over respondents, whose rows are added up before squaring. */
	readonly yy: number;
	readonly xy: number;
	readonly xx: number;
	readonly clusters: ClusterSums;
}

/** Sums of the clusters that have a row in the domain, by stratum, then cluster; all others add nothing. */
export interface ClusterSums {
	readonly stratum: readonly number[];
	readonly cluster: readonly number[];
	readonly n: readonly number[];
	readonly missing: readonly number[];
	readonly w: readonly number[];
	readonly wy: readonly number[];
	readonly wx: readonly number[];
}

/**
 * One pass over the cells: the sums of each key that has a row, keys in the order of the code lists.
 * A row with a missing code belongs to no key, and fails every restriction on that dimension.
 * Without `by` there is exactly one key, [], even when no row is left.
 * @param where codes kept, by dimension; an empty list restricts nothing
 * @throws RangeError when a dimension is unknown or the rows are not in order
 */
export function tally(cells: Cells, by: readonly string[], where: Restriction): Tally[] {
	const place = placeRows(cells, by, where);
	// Dense up to a million keys; beyond its length the engine switches the array to a hash table.
	const sums = new Array<Sum | undefined>(Math.min(keySpace(cells, by), 2 ** 20));
	const found: Sum[] = [];
	const add = cells.unit ? (cells.any ? addAny : addPart) : addWhole;
	assertOrder(cells);
	const columns = columnsOf(cells);
	for (let row = 0; row < cells.length; row++) {
		const at = place[row] ?? -1;
		if (at < 0) continue;
		let sum = sums[at];
		if (!sum) found.push((sum = sums[at] = new Sum(at)));
		add(sum, columns, row);
	}
	if (by.length === 0 && found.length === 0) return [emptyTally([])];
	found.sort((a, b) => a.place - b.place);
	return found.map((sum) => sum.close(keyAt(cells, by, sum.place)));
}

/** The tally of a key that no row has. */
export function emptyTally(key: readonly string[]): Tally {
	return new Sum(0).close(key);
}

class Sum {
	n = 0;
	missing = 0;
	sumWeights = 0;
	y = 0;
	x = 0;
	yy = 0;
	xy = 0;
	xx = 0;
	last = -1;
	currentCluster = -1;
	currentUnit = -1;
	/** A respondent's rows count once, if any does. */
	any = false;
	/** The respondent whose rows are being added up. */
	readonly open = { n: 0, missing: 0, w: 0, wy: 0, wx: 0 };
	readonly stratum: number[] = [];
	readonly cluster: number[] = [];
	readonly clusterN: number[] = [];
	readonly clusterMissing: number[] = [];
	readonly w: number[] = [];
	readonly wy: number[] = [];
	readonly wx: number[] = [];

	constructor(readonly place: number) {}

	enter(stratum: number, cluster: number): void {
		if (cluster === this.currentCluster) return;
		this.closeRespondent();
		this.currentCluster = cluster;
		this.currentUnit = -1;
		this.last = this.stratum.push(stratum) - 1;
		this.cluster.push(cluster);
		this.clusterN.push(0);
		this.clusterMissing.push(0);
		this.w.push(0);
		this.wy.push(0);
		this.wx.push(0);
	}

	addCounts(n: number, missing: number, w: number): void {
		this.n += n;
		this.missing += missing;
		this.sumWeights += w;
		grow(this.clusterN, this.last, n);
		grow(this.clusterMissing, this.last, missing);
		grow(this.w, this.last, w);
	}

	addSums(wy: number, wx: number): void {
		this.y += wy;
		this.x += wx;
		grow(this.wy, this.last, wy);
		grow(this.wx, this.last, wx);
	}

	closeRespondent(): void {
		const { open } = this;
		if (this.any) {
			open.wy = Math.min(open.wy, open.w);
			open.wx = Math.min(open.wx, open.w);
			if (open.n > 0) this.addSums(open.wy, open.wx);
		}
		if (open.n > 0) {
			this.addCounts(open.n, 0, open.w);
			// w·y summed over the rows of one respondent is w·Σy, so (w·Σy)²/w is w·(Σy)².
			this.yy += (open.wy * open.wy) / open.w;
			this.xy += (open.wy * open.wx) / open.w;
			this.xx += (open.wx * open.wx) / open.w;
		} else if (open.missing > 0) this.addCounts(0, open.missing, 0);
		open.n = open.missing = open.w = open.wy = open.wx = 0;
	}

	close(key: readonly string[]): Tally {
		this.closeRespondent();
		const { n, missing, sumWeights, y, x, yy, xy, xx, stratum, cluster, w, wy, wx } = this;
		const clusters = {
			...{ stratum, cluster, n: this.clusterN, missing: this.clusterMissing },
			...{ w, wy, wx }
		};
		return { key, n, missing, sumWeights, y, x, yy, xy, xx, clusters };
	}
}

/** Cells come in objects of many shapes; in one of a single shape a column is found at once, for each row again. */
function columnsOf(cells: Cells) {
	const { stratum, cluster, unit, n, missing, w, wy, wx, wyy, wxy, wxx } = cells;
	return { stratum, cluster, unit, n, missing, w, wy, wx, wyy, wxy, wxx };
}

type Columns = ReturnType<typeof columnsOf>;

function grow(column: number[], at: number, by: number): void {
	column[at] = (column[at] ?? 0) + by;
}

/** A row that holds whole respondents. */
function addWhole(sum: Sum, cells: Columns, row: number): void {
	sum.enter(cells.stratum[row] ?? 0, cells.cluster[row] ?? 0);
	sum.addCounts(cells.n[row] ?? 0, cells.missing[row] ?? 0, cells.w[row] ?? 0);
	sum.addSums(cells.wy[row] ?? 0, cells.wx[row] ?? 0);
	sum.yy += cells.wyy[row] ?? 0;
	sum.xy += cells.wxy[row] ?? 0;
	sum.xx += cells.wxx[row] ?? 0;
}

/** A row of a respondent who counts once, if any row does. */
function addAny(sum: Sum, cells: Columns, row: number): void {
	sum.any = true;
	addPart(sum, cells, row);
}

/** A row that is one of several of a respondent. */
function addPart(sum: Sum, cells: Columns, row: number): void {
	sum.enter(cells.stratum[row] ?? 0, cells.cluster[row] ?? 0);
	const unit = cells.unit?.[row] ?? 0;
	if (unit !== sum.currentUnit) sum.closeRespondent();
	sum.currentUnit = unit;
	const { open } = sum;
	open.missing = Math.max(open.missing, cells.missing[row] ?? 0);
	const w = cells.w[row] ?? 0;
	if ((cells.n[row] ?? 0) === 0 || w <= 0) return;
	open.n = cells.n[row] ?? 0;
	open.w = w;
	const wy = cells.wy[row] ?? 0;
	const wx = cells.wx[row] ?? 0;
	open.wy += wy;
	open.wx += wx;
	if (!sum.any) sum.addSums(wy, wx);
}
