import type { Figure } from '#lib/vocabulary/numbers.ts';
import type { Role } from './roles.ts';
import type { ChartScale } from './scale.ts';

/** Lines over months or years; the scale of the figure is the vertical axis. */
export interface CurvesPlot {
	readonly kind: 'curves';
	/** `step`: the value holds until the next point (survival); `line`: points of time joined. */
	readonly form: 'step' | 'line';
	readonly curves: readonly ChartCurve[];
	/** The horizontal axis. */
	readonly along: ChartScale;
	/** Under the horizontal axis: `months since graduation`. */
	readonly alongLabel: string;
	/** What the curves are, for those who hear it. */
	readonly label: string;
	/** Over the risk table: `Still looking and still observed`. */
	readonly riskHead?: string;
	/** What a tick on a curve means, for the key: `last seen without a job`. */
	readonly seenWords?: string;
}

/** One line of a figure of curves: the value of a group over months or years. */
export interface ChartCurve {
	readonly id: string;
	/** Stands at the line. */
	readonly name: string;
	readonly role: Role;
	/** In order; points that may not be shown (`isShown`) end or interrupt the line. */
	readonly points: readonly CurvePoint[];
	/** Where respondents were last seen without the event, in order. */
	readonly lastSeen?: readonly number[];
	/** The risk table: respondents still observed and without the event, at some places of the axis. */
	readonly atRisk?: readonly { readonly at: number; readonly n: number }[];
}

export interface CurvePoint {
	/** Place on the horizontal axis. */
	readonly at: number;
	readonly figure: Figure;
	/** The point in words, as `describe` of numbers.ts makes it: heard when arrows reach it. */
	readonly sentence: string;
	/** Not comparable with the point before: the line does not join them. */
	readonly apart?: boolean;
}
