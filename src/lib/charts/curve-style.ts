import type { ChartCurve } from './chart-curve.ts';
import type { Role } from './roles.ts';

/** Dashes in pixels, solid first: after a role's own they part curves that share a role. */
const patterns = ['', '7 3', '2 3', '11 3 2 3'] as const;

const own: Partial<Record<Role, (typeof patterns)[number]>> = { urban: '7 3', periurban: '2 3' };

/**
 * The dash pattern of each curve, so that no reader depends on colour: that of its role, or the next
 * free one where an earlier curve has the role already.
 */
export function dashesOf(curves: readonly ChartCurve[]): string[] {
	return curves.map(({ role }, i) => {
		const before = curves.slice(0, i).filter((other) => other.role === role).length;
		const at = patterns.indexOf(own[role] ?? '');
		return patterns[(at + before) % patterns.length] ?? '';
	});
}
