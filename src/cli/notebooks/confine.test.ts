import { expect, test } from 'vitest';
import svelteConfig from '../../../svelte.config.js';
import { confine, policyText } from './confine.mjs';

const rendered = `<!DOCTYPE html>
<html>
<head>
<meta charset="utf-8" />
<script>alert(1)</script>
<style type="text/css">p { color: red }</style>
</head><body><p style="text-align: left">Text</p></body></html>`;

test('a notebook keeps its text, and no script and no style of its own', () => {
	const page = confine(rendered, "default-src 'self'");
	expect(page).toContain('<p style="text-align: left">Text</p>');
	expect(page).not.toMatch(/<script|<style/);
	expect(page).toContain('<html lang="en">');
	expect(page).toContain('href="notebook.css"');
	expect(page).toContain(`http-equiv="content-security-policy" content="default-src 'self'"`);
});

test('the policy is that of the pages', () => {
	const directives = policyText(svelteConfig.kit?.csp?.directives ?? {}).split('; ');
	expect(directives).toContain("default-src 'self'");
	expect(directives).toContain("worker-src 'self' blob:");
	expect(directives).toContain("style-src-attr 'unsafe-inline'");
	const scripts = directives.find((one) => one.startsWith('script-src '));
	expect(scripts?.replace(/ 'sha256-[^']+'/g, '')).toBe("script-src 'self' 'wasm-unsafe-eval'");
});
