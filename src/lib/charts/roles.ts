/**
 * Roles: what a mark stands for. Each role has a colour (a class `as-<role>`, see marks.css) and a shape,
 * so that no reader depends on colour. Data decides which sector or group has which role.
 */
export const roles = [
	/** The three sectors that a country puts first. */
	'sector-1',
	'sector-2',
	'sector-3',
	/** All else that a figure is compared with. */
	'comparison',
	'women',
	'men',
	'rural',
	'periurban',
	'urban',
	'required',
	'attained'
] as const;
export type Role = (typeof roles)[number];

export type ShapeName = 'circle' | 'square' | 'diamond' | 'triangle' | 'tick';

const shapes: Readonly<Record<Role, ShapeName>> = {
	'sector-1': 'diamond',
	'sector-2': 'square',
	'sector-3': 'triangle',
	comparison: 'circle',
	women: 'circle',
	men: 'square',
	rural: 'triangle',
	periurban: 'diamond',
	urban: 'square',
	required: 'tick',
	attained: 'circle'
};

export function shapeOf(role: Role): ShapeName {
	return shapes[role];
}

/** The outline of a shape around 0,0 with about the area of a circle of radius `r` (pixels). */
export function shapePath(shape: ShapeName, r: number): string {
	const size = (factor: number) => Math.round(r * factor * 100) / 100;
	if (shape === 'diamond') {
		const d = size(1.3);
		return `M0-${d}L${d} 0L0 ${d}L-${d} 0Z`;
	}
	if (shape === 'triangle') return `M0-${size(1.2)}L${size(1.15)} ${size(0.85)}H-${size(1.15)}Z`;
	if (shape === 'square')
		return `M-${size(0.88)}-${size(0.88)}h${size(1.76)}v${size(1.76)}h-${size(1.76)}Z`;
	if (shape === 'tick') return `M0-${size(1.5)}V${size(1.5)}`;
	return `M-${size(1)} 0a${size(1)} ${size(1)} 0 1 0 ${size(2)} 0a${size(1)} ${size(1)} 0 1 0-${size(2)} 0Z`;
}
