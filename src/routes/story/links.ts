import { resolve } from '$app/paths';

/** Addresses for plain data: stories are told at build and in the browser, both under the site's base. */
export const linkTo = {
	sector: (code: string): string => resolve('/sectors/[sector]', { sector: code })
} as const;
