import { frame } from '#lib/vocabulary/messages/frame.ts';

/** The pages of the menu, in its order. */
export const pages = [
	{ id: '/', text: frame.nav.overview },
	{ id: '/sectors', text: frame.nav.sectors },
	{ id: '/graduates', text: frame.nav.graduates },
	{ id: '/enrolment', text: frame.nav.enrolment },
	{ id: '/equity', text: frame.nav.equity },
	{ id: '/credentials', text: frame.nav.credentials },
	{ id: '/providers', text: frame.nav.providers },
	{ id: '/data', text: frame.nav.data },
	{ id: '/explore', text: frame.nav.explore },
	{ id: '/methods', text: frame.nav.methods }
] as const;

/** Whether a route belongs under a page of the menu: `/sectors/[sector]` under `/sectors`. */
export function isUnder(route: string | null, page: string): boolean {
	if (route === null) return false;
	return route === page || (page !== '/' && route.startsWith(`${page}/`));
}
